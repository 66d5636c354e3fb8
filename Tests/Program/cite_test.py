"""Citations: of one brief, several and all; deposits at Crossref, and what keeps one from being made."""

from __future__ import annotations

import json
from urllib.parse import unquote
from xml.etree import ElementTree

from fixture import PORTAL, ProgramCase

CROSSREF = "{http://www.crossref.org/schema/5.3.1}"
JATS = "{http://www.ncbi.nlm.nih.gov/JATS1}"
READY = {
    "portal.yaml":
        "title: Portal\nbaseURL: https://portal.example/\npublisher: { name: The Institute }\n"
        "crossref: { depositor: The Desk, email: desk@example.org }\n",
    "people.yaml":
        "ada: { name: Ada King Lovelace, family: King Lovelace, orcid: 0000-0002-1825-0097 }\n"
        "desk: { name: Law and Order Desk, organization: true }\n",
    "briefs/first/brief.yaml":
        "title: First & <last>\nsubtitle: 100% of $5\ndate: 2024-01-02\nauthors: [ada, desk]\n"
        "series: Notes\nissue: 7\nissn: 2467-4540\ndoi: 10.1234/first\nabstract: |\n  One.\n\n  Two.\n",
}
# The order of elements in report-paper_series_metadata and report-paper_metadata, and which are needed.
SERIES = (
    "series_metadata contributors titles abstract volume edition_number publication_date approval_date isbn"
    " publisher institution publisher_item contract_number archive_locations doi_data citation_list program"
).split()
ALONE = (
    "contributors titles edition_number abstract publication_date approval_date isbn publisher institution"
    " publisher_item contract_number program archive_locations scn_policies doi_data citation_list"
).split()


class CiteTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL | READY)

    def cite(self, *arguments: str, exit: int = 0) -> str:
        done = self.run_program("cite", *arguments)
        self.assertEqual(done.returncode, exit, done.stdout + done.stderr)
        return done.stdout if exit == 0 else done.stderr

    def test_one_brief(self) -> None:
        self.assertEqual(self.cite("first"), (
            "@techreport{first,\n"
            "  title = {{First \\& <last>: 100\\% of \\$5}},\n"
            "  author = {King Lovelace, Ada and {Law and Order Desk}},\n"
            "  institution = {The Institute},\n"
            "  type = {Notes},\n"
            "  number = {7},\n"
            "  year = {2024},\n"
            "  month = jan,\n"
            "  day = {2},\n"
            "  doi = {10.1234/first},\n"
            "  url = {https://portal.example/briefs/first.html},\n"
            "  issn = {2467-4540},\n"
            "  language = {en},\n"
            "  abstract = {One. Two.}\n"
            "}\n"))

    def test_all_and_some(self) -> None:
        every = json.loads(self.cite("--format", "csl-json"))
        self.assertEqual([item["id"] for item in every], ["second", "first"])
        some = json.loads(self.cite("first", "second", "--format", "csl-json"))
        self.assertEqual([item["id"] for item in some], ["first", "second"])
        self.assertEqual(some[0]["author"], [
            {"family": "King Lovelace", "given": "Ada"}, {"literal": "Law and Order Desk"}])
        self.assertEqual(some[0]["issued"], {"date-parts": [[2024, 1, 2]]})

    def test_a_brief_that_is_not_there(self) -> None:
        self.assertEqual(
            self.cite("frist", exit=2),
            "chancery: there is no brief “frist” in “Content”; did you mean “first”?\n")

    def test_into_a_file(self) -> None:
        self.assertEqual(self.cite("first", "--format", "ris", "--output", "first.ris"), "")
        text = (self.folder / "first.ris").read_bytes().decode()
        self.assertTrue(text.startswith("TY  - RPRT\r\nID  - first\r\nTI  - First & <last>: 100% of $5\r\n"))
        self.assertTrue(text.endswith("\r\nER  - \r\n"))

    def test_files_beside_a_folder_and_links_in_a_page(self) -> None:
        self.build()
        for suffix, format in (("bib", "bibtex"), ("ris", "ris"), ("json", "csl-json")):
            written = (self.site / f"briefs/first/cite.{suffix}").read_bytes().decode()
            printed = self.run_program("cite", "first", "--format", format).stdout
            # Reading as text made one line end of two characters.
            self.assertEqual(written.replace("\r\n", "\n"), printed)
        self.assertFalse((self.site / "briefs/second").exists())
        page = self.page("briefs/second.html")
        start = page.index("data:application/x-bibtex;charset=utf-8,")
        address = page[start:page.index('"', start)]
        self.assertEqual(unquote(address.partition(",")[2]), self.cite("second"))

    def deposit(self, *arguments: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.cite("first", "--format", "crossref", *arguments))

    def names(self, element: ElementTree.Element) -> list[str]:
        return [child.tag.partition("}")[2] for child in element]

    def hold_to_schema(self, batch: ElementTree.Element) -> None:
        self.assertEqual(batch.get("version"), "5.3.1")
        self.assertEqual(self.names(batch), ["head", "body"])
        self.assertEqual(
            self.names(batch[0]), ["doi_batch_id", "timestamp", "depositor", "registrant"])
        self.assertTrue(4 <= len(batch[0][0].text or "") <= 100)
        for report in batch[1]:
            self.assertEqual(report.tag, f"{CROSSREF}report-paper")
            metadata = report[0]
            name = metadata.tag.removeprefix(CROSSREF)
            order = {"report-paper_series_metadata": SERIES, "report-paper_metadata": ALONE}[name]
            found = self.names(metadata)
            self.assertEqual(found, sorted(found, key=order.index))
            self.assertTrue({"titles", "publication_date", "doi_data"} <= set(found))
            if name == "report-paper_series_metadata":
                self.assertEqual(self.names(metadata[0]), ["titles", "issn"])
            for person in metadata.iter(f"{CROSSREF}person_name"):
                self.assertEqual(
                    self.names(person), [n for n in ("given_name", "surname", "ORCID") if person.find(CROSSREF + n) is not None])
            for date in metadata.iter(f"{CROSSREF}publication_date"):
                self.assertEqual(self.names(date), ["month", "day", "year"])
            self.assertEqual(self.names(metadata.find(f"{CROSSREF}doi_data")), ["doi", "resource"])

    def test_a_deposit(self) -> None:
        batch = self.deposit()
        self.hold_to_schema(batch)
        self.assertEqual(batch.findtext(f".//{CROSSREF}timestamp"), "20240102000000")
        self.assertEqual(batch.findtext(f".//{CROSSREF}registrant"), "The Desk")
        self.assertEqual(
            [p.text for p in batch.iter(f"{JATS}p")], ["One.", "Two."])
        self.assertEqual(
            batch.findtext(f".//{CROSSREF}resource"), "https://portal.example/briefs/first.html")
        self.assertEqual(
            self.cite("first", "--format", "crossref"), self.cite("first", "--format", "crossref"))
        self.assertEqual(
            self.deposit("--now", "2026-05-06").findtext(f".//{CROSSREF}timestamp"), "20260506000000")

    def test_a_deposit_of_what_is_in_no_series(self) -> None:
        brief = self.content / "briefs/first/brief.yaml"
        brief.write_text(brief.read_text().replace("issn: 2467-4540\n", ""))
        self.hold_to_schema(self.deposit())

    def test_what_a_deposit_lacks_is_told_at_its_place(self) -> None:
        self.write({"portal.yaml": "title: Portal\ncrossref: { depositor: The Desk }\n"})
        told = self.cite("second", "--format", "crossref", exit=1)
        for wanted in (
            "error: a deposit at Crossref gives an e-mail address, and the portal has none [crossref-portal]\n"
            "  --> portal.yaml:2:1\n",
            "add “baseURL: …”, or give --base-url",
            "error: “second” has no DOI to register [crossref-doi]\n  --> briefs/second.md:1:1\n",
            "error: “second” has no publisher [crossref-publisher]\n",
            "chancery: nothing was written\n",
        ):
            self.assertIn(wanted, told)

    def test_the_work_of_others_is_not_deposited(self) -> None:
        brief = self.content / "briefs/first/brief.yaml"
        brief.write_text(
            brief.read_text() + "original: { title: The original, url: https://doi.org/10.1234/first, statement: A rendering. }\n")
        self.assertIn("[crossref-original]\n  --> briefs/first/brief.yaml:13:1\n", self.cite("first", "--format", "crossref", exit=1))
        self.assertIn("title = {{The original}}", self.cite("first"))
        self.assertIn("note = {Rendered in other words at https://portal.example/briefs/first.html}", self.cite("first"))

    def test_faults_of_people(self) -> None:
        self.write({"people.yaml": "ada: { name: Ada Lovelace, family: King, orcid: 0000-0002-1825-0098 }\n"})
        told = self.run_program("check").stdout
        self.assertIn("error: “King” is no part of the name “Ada Lovelace” [family-name]", told)
        self.assertIn("warning: “0000-0002-1825-0098” is no ORCID iD [orcid]", told)
