"""Files for programs at the site's root: security.txt, llms.txt, humans.txt."""

from fixture import PORTAL, ProgramCase

ASKED = {
    "portal.yaml":
        "title: Portal\ndescription: What it is.\nbaseURL: https://portal.example/\n"
        "security: { contact: mailto:s@portal.example, expires: 2027-01-31, policy: https://portal.example/policy }\n"
        "llms: Quote with the notes.\nhumans: |\n  Written by people.\n"
}


class TextsTest(ProgramCase):
    def test_none_is_there_unasked(self) -> None:
        self.write(PORTAL)
        self.build()
        for name in (".well-known", "llms.txt", "humans.txt"):
            self.assertFalse((self.site / name).exists())

    def test_those_that_are_asked_for(self) -> None:
        self.write(PORTAL | ASKED)
        self.build()
        self.assertEqual(self.page(".well-known/security.txt"), (
            "Contact: mailto:s@portal.example\nExpires: 2027-01-31T23:59:59Z\nPreferred-Languages: en\n"
            "Canonical: https://portal.example/.well-known/security.txt\nPolicy: https://portal.example/policy\n"))
        self.assertEqual(self.page("humans.txt"), "Written by people.\n")
        self.assertEqual(self.page("llms.txt"), (
            "# Portal\n\n> What it is.\n\nQuote with the notes.\n\n## Briefs\n\n"
            "- [Second](https://portal.example/briefs/second.html): A lone sparrow.\n"
            "- [First](https://portal.example/briefs/first.html): Dry ground.\n"))
        # A second build finds nothing to do, and the files go with what asked for them.
        self.assertIn(" 0 written, ", self.build().stdout)
        self.write(PORTAL)
        self.build()
        self.assertFalse((self.site / ".well-known/security.txt").exists())

    def test_security_that_nobody_would_believe_or_find(self) -> None:
        def told(portal: str, *arguments: str) -> str:
            self.write(PORTAL | {"portal.yaml": portal})
            return self.build(*arguments).stderr
        contact = "title: P\nsecurity: { contact: 'mailto:s@p.example', expires: %s }\n"
        self.assertEqual(told(contact % "2027-01-31", "--now", "2027-01-31"), "")
        self.assertIn("expired on 2027-01-31", told(contact % "2027-01-31", "--now", "2027-02-01"))
        self.assertIn("“2027” is no day", told(contact % "2027"))
        self.assertIn("[security-place]", told("baseURL: https://p.example/sub/\n" + contact % "2027-01-31"))

    def test_security_without_an_end_is_a_fault(self) -> None:
        self.write(PORTAL | {"portal.yaml": "title: Portal\nsecurity:\n  contact: mailto:s@portal.example\n"})
        self.assertIn("add “expires: …”, a day within a year", self.build(exit=1).stderr)
        self.write({"portal.yaml": "title: Portal\nsecurity: { contact: http://x.example, expires: 2027-01-31 }\n"})
        self.assertIn("[address]", self.build(exit=1).stderr)
