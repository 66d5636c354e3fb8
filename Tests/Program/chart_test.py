"""Charts as a reader gets them: on the page that shows them, on their own, as files; and as their data change."""

from __future__ import annotations

import json
import unittest
from xml.etree import ElementTree

from fixture import PORTAL, ProgramCase

CHARTS = PORTAL | {
    "briefs/first/data/wells.csv": "place,count\nDhiban,3\nRaqqa,>50\nHajin,\n",
    "briefs/first/data/wells.yaml": "title: Wells\ncolumns: { count: { type: integer, unit: wells } }\n",
    "briefs/first/charts/wells.yaml": "title: Wells by place\nkind: bar\ndata: wells\ncaption: As counted.[^one]\n",
    "briefs/first/01-ground.md":
        "# Ground\n\nDry ground,[^one] says [](chart:wells).\n\n![How many wells](chart:wells)\n\n[^one]: A source.\n",
}


class ChartTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(CHARTS)

    def test_where_it_is_shown(self) -> None:
        self.build()
        page = self.page("briefs/first/ground.html")
        self.assertIn('<a href="../../briefs/first/chart-wells.html" class="to-chart">Chart 1</a>', page)
        self.assertEqual(page.count('role="img"'), 2)
        self.assertIn("count: Dhiban 3; Raqqa &gt;50; Hajin not known.", page)
        self.assertIn(">&gt;50</text>", page)
        self.assertIn("<details class=\"chart-data\">", page)
        self.assertNotIn("style=", page)

    def test_its_page_and_files(self) -> None:
        self.build()
        page = self.page("briefs/first/chart-wells.html")
        self.assertIn('data-page="chart"', page)
        self.assertIn('<a href="../../briefs/first/data.html#table-wells">Table 1</a>', page)
        self.assertEqual(
            (self.site / "briefs/first/chart-wells.csv").read_bytes(),
            "place,count (wells)\r\nDhiban,3\r\nRaqqa,>50\r\nHajin,not known\r\n".encode())
        sheet = ElementTree.parse(self.site / "briefs/first/chart-wells.svg").getroot()
        texts = [text.text for text in sheet.iter("{http://www.w3.org/2000/svg}text")]
        self.assertIn("Wells by place", texts)
        self.assertIn(">50", texts)
        self.assertIn("chart-wells.html", self.page("briefs/first.html"))
        self.assertIn("chart-wells.html", self.page("sitemap.xml"))

    def test_figures_that_no_scale_holds_are_faults(self) -> None:
        for figures in (("9e307", "-9e307"), ("1e19", "2"), ("1e-13", "2")):
            self.write({
                "briefs/first/data/wells.csv": "place,count\nDhiban,%s\nRaqqa,%s\n" % figures,
                "briefs/first/data/wells.yaml": "title: Wells\ncolumns: { count: { type: number } }\n"})
            text = self.build(exit=1).stderr
            self.assertIn(f"“{figures[0]}” is too", text)
            self.assertIn("--> briefs/first/charts/wells.yaml:3:", text)

    def test_a_figure_is_read_in_one_way(self) -> None:
        data = {"briefs/first/data/wells.yaml": "title: Wells\ncolumns: { count: { type: number, unit: wells } }\n"}
        self.write(data | {"briefs/first/data/wells.csv":
            'place,count\nA,"1,234.5"\nB,1 234 567\nC,−0.50\nD,> 7e2\nE,"~12,345"\n'})
        self.build()
        rows = (self.site / "briefs/first/chart-wells.csv").read_text(encoding="utf8").splitlines()[1:6]
        self.assertEqual([row.split(",", 1)[1].strip('"').replace(",", "") for row in rows],
                         ["1234.5", "1234567", "−0.50", ">700", "~12345"])
        page = self.page("briefs/first/data.html")
        for words in ("1,234.5", "1,234,567", "−0.50", "~12,345"):
            self.assertIn(f">{words}</td>", page)
        for figure in ("3,5", "1.234,5", "0x10", "1 2", "1,2,3", "1234,567", "0,375", "1 234,567", "1,234 567", "5.", "nan", "12 %", "1,", "٣"):
            self.write(data | {"briefs/first/data/wells.csv": f'place,count\nA,"{figure}"\nB,2\n'})
            text = self.build(exit=1).stderr
            # One fault, and none that follows from it.
            self.assertIn(f"“{figure}” is no number [csv-number]", text)
            self.assertIn("1 error\n", text)
            if "," in figure and figure not in ("1.234,5", "1 234,567", "1,234 567"):
                self.assertIn("write a point before decimals", text)

    def test_faults_bring_no_others(self) -> None:
        for files in ({"briefs/first/data/wells.csv": "place,count\nA,1,2\n"},
                      {"briefs/first/data/wells.csv": b"place,count\nA\xff,1\n"},
                      {"briefs/first/data/wells.csv": "place;count\nA;1\n"},
                      {"briefs/first/data/wells.yaml": "columns: [\n"},
                      {"briefs/first/charts/wells.yaml": "title: [\n"},
                      {"briefs/first/brief.yaml": "title: [\n"}):
            with self.subTest(files):
                self.write(CHARTS | files)
                self.assertIn("\n1 error\n", self.build(exit=1).stderr)

    def test_a_figure_that_changes(self) -> None:
        self.build()
        self.write({"briefs/first/data/wells.csv": "place,count\nDhiban,4\nRaqqa,>50\nHajin,\n"})
        self.build()
        self.assertIn("Dhiban 4;", self.page("briefs/first/ground.html"))
        self.assertIn("Dhiban,4", self.page("briefs/first/chart-wells.csv"))

    def test_a_place_that_gets_another_name(self) -> None:
        self.write({
            "places.yaml": "dhiban: { name: Dhiban }\n",
            "briefs/first/data/wells.csv": "place,count\ndhiban,3\n",
            "briefs/first/data/wells.yaml": "columns: { place: { type: place }, count: { type: integer } }\n",
        })
        self.build()
        self.write({"places.yaml": "dhiban: { name: Diban }\n"})
        self.build()
        self.assertIn("Diban 3", self.page("briefs/first/ground.html"))
        self.assertIn("Diban,3", self.page("briefs/first/chart-wells.csv"))

    def test_one_that_is_gone(self) -> None:
        self.build()
        (self.content / "briefs/first/charts/wells.yaml").unlink()
        done = self.build(exit=1)
        self.assertIn("there is no chart “wells”", done.stderr)
        self.write({"briefs/first/01-ground.md": "# Ground\n\nDry.[^one]\n\n[^one]: A source.\n"})
        self.build()
        self.assertFalse((self.site / "briefs/first/chart-wells.html").exists())
        self.assertFalse((self.site / "briefs/first/chart-wells.svg").exists())

    def test_a_review(self) -> None:
        old = self.folder / "old"
        self.write(CHARTS, under=old)
        self.write({"briefs/first/charts/wells.yaml":
                    "title: Wells by place\nkind: dot\ndata: wells\ncaption: As counted.[^one]\n"})
        done = self.run_program("review", "--files", str(old), str(self.content), "--format", "json")
        changes = json.loads(done.stdout)["changes"]
        self.assertEqual([(c["kind"], c["target"]) for c in changes], [("edited", "chart")])
        self.assertEqual(changes[0]["location"]["new"]["line"], 2)

    def test_one_that_is_called_otherwise(self) -> None:
        old = self.folder / "old"
        self.write(CHARTS, under=old)
        (self.content / "briefs/first/charts/wells.yaml").rename(self.content / "briefs/first/charts/springs.yaml")
        text = CHARTS["briefs/first/01-ground.md"].replace("chart:wells", "chart:springs")
        self.write({"briefs/first/01-ground.md": text})
        done = self.run_program("review", "--files", str(old), str(self.content), "--format", "json")
        changes = json.loads(done.stdout)["changes"]
        self.assertEqual({c["target"] for c in changes} - {"page"}, {"chart"}, changes)


if __name__ == "__main__":
    unittest.main()
