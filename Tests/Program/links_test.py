"""Links that rot: the list of addresses, and what recorded results say of them."""

import json

from fixture import ProgramCase

CONTENT = {
    "portal.yaml": "title: Portal\npublisher: { name: P, url: https://p.example/ }\n",
    "about.md": "# About\n\nSee <https://about.example/page#part>.\n",
    "briefs/first/brief.yaml": "title: First\ndoi: 10.1234/first\nfunder: By [a fund](https://fund.example/).\n",
    "briefs/first/01-a.md":
        "# A\n\nOne [link](https://a.example/x), the [same](https://a.example/x#y).[^n]\n\n"
        "[^n]: At [b](http://b.example/).\n",
    "briefs/first/sources.yaml":
        "s:\n  type: report\n  title: S\n  URL: https://s.example/\n"
        "  archived: https://archive.example/s\n  archivedOn: 2024-05-01\n",
    "briefs/second.md": "---\ntitle: Second\n---\n\nMail [me](mailto:me@example.org), [in](brief:first).\n",
}
LISTED = [
    "https://about.example/page", "https://a.example/x", "http://b.example/", "https://doi.org/10.1234/first",
    "https://fund.example/", "https://s.example/", "https://archive.example/s", "https://p.example/",
]


class LinksTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(CONTENT)

    def check(self, results: str, *arguments: str, exit: int = 0) -> str:
        self.write({"links.csv": results}, under=self.folder)
        done = self.run_program("check", "--links", "links.csv", *arguments)
        self.assertEqual(done.returncode, exit, done.stdout + done.stderr)
        return done.stdout

    def test_the_list(self) -> None:
        done = self.run_program("check", "--list-links")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(done.stdout.splitlines(), LISTED)

    def test_what_is_dead_is_told_at_each_place(self) -> None:
        told = self.check("url,status,checked\nhttps://a.example/x,404,2026-02-01\nhttps://s.example/,dns,\n")
        self.assertEqual(told, """\
warning: “https://a.example/x” is not there (404, asked on 2026-02-01) [dead-link]
  --> briefs/first/01-a.md:3:5
   |
 3 | One [link](https://a.example/x), the [same](https://a.example/x#y).[^n]
   |     ^^^^^^^^^^^^^^^^^^^
  hint: mend the address, or lead to an archived copy

warning: “https://a.example/x” is not there (404, asked on 2026-02-01) [dead-link]
  --> briefs/first/01-a.md:3:38
   |
 3 | One [link](https://a.example/x), the [same](https://a.example/x#y).[^n]
   |                                      ^^^^^^^^^^^^^^^^^^^^^
  hint: mend the address, or lead to an archived copy

warning: “https://s.example/” is not there (dns) [dead-link]
  --> briefs/first/sources.yaml:4:8
   |
 4 |   URL: https://s.example/
   |        ^^^^^^^^^^^^^^^^^^
  hint: mend the address, or lead to an archived copy

3 warnings
8 addresses: 2 asked for; 6 never asked for
""")

    def test_what_moved_and_what_did_not(self) -> None:
        told = self.check(
            "status,redirect,url\n"
            "301,https://new.example/,https://fund.example/\n"
            "200,https://a.example/x/,https://a.example/x\n"
            "200,https://b.example,http://b.example/\n"
            "200,https://publisher.example/1,https://doi.org/10.1234/first\n"
            "302,https://else.example/,https://s.example/\n"
            "403,,https://p.example/\n")
        self.assertEqual(told.count("warning:"), 1)
        self.assertIn("“https://fund.example/” has moved [moved-link]\n  --> briefs/first/brief.yaml:3:", told)
        self.assertIn("  hint: write “https://new.example/”\n", told)
        self.assertTrue(told.endswith("8 addresses: 6 asked for, of which 1 refused to answer; 2 never asked for\n"))

    def test_an_address_is_proposed_only_where_it_is_one(self) -> None:
        told = self.check(
            "status,redirect,url\n"
            "301,https://fund.example/,https://fund.example/\n"
            "301,javascript:alert(1),https://s.example/\n")
        self.assertEqual(told.count("warning:"), 1)
        self.assertNotIn("write “javascript", told)
        self.assertIn("[dead-link]", told)

    def test_one_address_however_it_is_written(self) -> None:
        self.write({"briefs/second.md":
            "# Second\n\n<https://a.example/%C3%BC> [b](<https://a.example/ü>) [c](HTTPS://C.Example/A) "
            "[d](https://d.example) [e](//e.example/x) [f](https://f.example/a%2Fb?q=%7e)\n",
            "briefs/first/brief.yaml": "title: First\ndoi: 10.1234/a<b>\n"})
        told = self.check(
            "url,status\nhttps://a.example/ü,404\nhttps://c.example/A#x,404\nhttps://d.example/,404\n"
            "https://e.example/x,404\nhttps://f.example/a%2fb?q=~,404\nhttps://doi.org/10.1234/a%3Cb%3E,404\n")
        self.assertEqual(told.count("[dead-link]"), 7)
        self.assertIn(": 7 asked for", told)
        # What was asked last holds, wherever it stands; what moved without a place to go is told.
        told = self.check(
            "url,status,checked\nhttps://d.example,404,2026-02-02\nhttps://d.example/,200,2026-02-01\nhttps://e.example/x,301,\n")
        self.assertIn("“https://d.example” is not there (404", told)
        self.assertIn("301: moved", told)

    def test_strict_fails_and_programs_read_the_findings(self) -> None:
        results = "url,status\nhttps://a.example/x,410\n"
        self.check(results, "--strict", exit=1)
        report = json.loads(self.check(results, "--format", "json"))
        self.assertEqual([f["rule"] for f in report["findings"]], ["dead-link", "dead-link"])

    def test_files_that_are_none(self) -> None:
        done = self.run_program("check", "--links", "none.csv")
        self.assertEqual((done.returncode, done.stderr), (2, "chancery: “none.csv” cannot be read\n"))
        self.write({"links.csv": "address,code\nx,1\n"}, under=self.folder)
        done = self.run_program("check", "--links", "links.csv")
        self.assertEqual(done.returncode, 2)
        self.assertIn("begin the file with: url,status,redirect,checked", done.stderr)

    def test_copies_are_shown_beside_the_link(self) -> None:
        self.build()
        self.assertIn(
            '(<a href="https://archive.example/s">archived copy of 1 May 2024</a>)',
            self.page("briefs/first/sources.html"))
