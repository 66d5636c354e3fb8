"""Content folders as people keep them: hardly anything in them, names in any script."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from fixture import ProgramCase, snapshot


class Addresses(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attributes if name in ("href", "src")]


class FolderTest(ProgramCase):
    def assert_links_lead_somewhere(self) -> None:
        for page in self.site.rglob("*.html"):
            for address in Addresses(page.read_text()).found:
                parts = urlsplit(address)
                if parts.scheme or parts.netloc or not parts.path:
                    continue
                self.assertTrue(address.isascii() and " " not in address, address)
                base = self.site if parts.path.startswith("/") else page.parent
                target = base / unquote(parts.path).lstrip("/")
                self.assertTrue(target.is_file(), f"{page}: {address}")

    def test_nothing_but_one_brief(self) -> None:
        self.write({"briefs/x.md": "# X\n\nJust a text.\n"})
        self.build()
        self.assertIn("Just a text.", self.page("briefs/x.html"))
        self.assertFalse((self.site / "sitemap.xml").exists(), "there is no base URL to give in it")
        self.assert_links_lead_somewhere()

    def test_no_brief(self) -> None:
        self.content.mkdir()
        self.assertIn("[no-briefs]", self.build().stderr)
        self.assert_links_lead_somewhere()

    def test_a_brief_without_sections(self) -> None:
        self.write({"briefs/empty/brief.yaml": "title: Empty\n"})
        self.build()
        self.assert_links_lead_somewhere()

    def test_names_with_spaces_and_arabic_letters(self) -> None:
        self.write({
            "portal.yaml": "title: بوابة\nlanguage: ar\nbaseURL: https://portal.example/\n",
            "عن البوابة.md": "# عن البوابة\n\nنص.\n",
            "briefs/سجن الصناعة/brief.yaml": "title: سجن الصناعة\ndate: 2024-01-02\n",
            "briefs/سجن الصناعة/01-مقدمة عامة.md":
                "# مقدمة عامة\n\n[جدول](table:أرقام)[^حاشية]\n\n[^حاشية]: مصدر.\n",
            "briefs/سجن الصناعة/data/أرقام.csv": "مكان,عدد\nذيبان,3\n",
            "briefs/a brief with spaces & more.md": "---\ntitle: Spaces\nlanguage: en\n---\n\nText. [](brief:سجن-الصناعة)\n",
        })
        self.build()
        self.assert_links_lead_somewhere()
        paths = set(snapshot(self.site))
        self.assertLessEqual({
            "عن-البوابة.html", "briefs/سجن-الصناعة.html", "briefs/سجن-الصناعة/مقدمة-عامة.html",
            "briefs/سجن-الصناعة/data/أرقام.csv", "briefs/a-brief-with-spaces-more.html",
        }, paths)
        self.assertIn('<html lang="ar" dir="rtl" ', self.page("index.html"))
        self.assertIn(" 0 written", self.build().stdout)

    def test_pictures_and_documents(self) -> None:
        files = {"ملف مهم.pdf": "%PDF-1.4\n", "a & b.png": "PNG\n", "deep/er/c.png": "PNG\n"}
        self.write({f"briefs/first/{name}": text for name, text in files.items()})
        self.write({
            "briefs/first/brief.yaml": "title: First\n",
            "briefs/first/01-one.md":
                "# One\n\n[ملف](ملف%20مهم.pdf) ![A](a%20&%20b.png)[^1]\n\n[^1]: ![C](deep/er/c.png)\n",
            "briefs/second.md": "# Second\n\n![C](first/deep/er/c.png)\n",
        })
        self.build()
        for path, text in files.items():
            self.assertEqual(self.page(f"briefs/first/files/{Path(path).name}"), text)
        self.assertEqual(self.page("briefs/second/files/c.png"), "PNG\n")
        self.assert_links_lead_somewhere()

    def test_two_files_of_one_address(self) -> None:
        """A page or brief is never silently lost behind another."""
        for files in (
            {"About us.md": "# A\n\nText.\n", "about-us.md": "# B\n\nText.\n"},
            {"briefs/A b.md": "# A\n\nText.\n", "briefs/a-b.md": "# B\n\nText.\n"},
        ):
            self.setUp()
            self.write({"briefs/x.md": "# X\n\nText.\n"} | files)
            self.assertIn(self.run_program("build").returncode, (1, 2))
            self.assertFalse(self.site.exists())

    def test_hidden_files_and_backups(self) -> None:
        self.write({
            "briefs/x.md": "# X\n\nText.\n", "briefs/.x.md.swp": b"\0\xff", "briefs/x.md~": "[^old]",
            ".DS_Store": b"\0", "briefs/.git/config": "[core]",
        })
        self.build("--strict")

    def test_a_link_out_of_the_folder(self) -> None:
        secret = self.folder / "secret.md"
        secret.write_text("# Secret\n\nSecret text.\n")
        self.write({"briefs/x.md": "# X\n\nText.\n"})
        (self.content / "briefs/secret.md").symlink_to(secret)
        self.assertIn("[link-outside]", self.build(exit=1).stderr)
        self.assertFalse(self.site.exists())


class NewTest(ProgramCase):
    def test_the_starter_builds_at_once(self) -> None:
        done = self.run_program("new", "my portal")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertRegex(
            done.stdout,
            r"^my portal: \d+ files written\nBuild it with: cd 'my portal' && chancery build\n"
            r"Then open Public/index.html in a browser.\n$")
        folder = self.folder / "my portal"
        self.assertEqual(self.build("--strict", cwd=folder).stderr, "")
        self.site = folder / "Public"
        FolderTest.assert_links_lead_somewhere(self)

    def test_a_folder_that_is_not_empty(self) -> None:
        for name in ("file.txt", ".hidden"):
            folder = self.folder / name.strip(".")
            self.write({name: "mine"}, under=folder)
            done = self.run_program("new", str(folder))
            self.assertEqual(
                (done.returncode, done.stdout, done.stderr),
                (2, "", f"chancery: “{folder}” is not empty; choose a new folder\n"))
            self.assertEqual(snapshot(folder), {name: b"mine"})

    def test_folders_that_it_may_use(self) -> None:
        (self.folder / "empty").mkdir()
        for name in ("empty", "deep/er/new", "slash/", "."):
            cwd = self.folder if name != "." else self.empty("here")
            self.assertEqual(self.run_program("new", name, cwd=cwd).returncode, 0, name)
            self.assertTrue((cwd / name / "Content/portal.yaml").is_file())
        self.write({"a-file": "mine"}, under=self.folder)
        done = self.run_program("new", "a-file")
        self.assertEqual((done.returncode, done.stderr), (2, "chancery: “a-file” is not a folder\n"))

    def empty(self, name: str) -> Path:
        (self.folder / name).mkdir()
        return self.folder / name
