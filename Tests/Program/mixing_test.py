"""A site is not written where it would be mixed with its content."""

from fixture import PORTAL, ProgramCase, snapshot


class MixingTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL)

    def assert_refused(self, message: str, output: str, **options) -> None:
        before = snapshot(self.folder)
        done = self.build("--output", output, exit=2, **options)
        self.assertEqual((done.stdout, done.stderr), ("", f"chancery: {message}\n"))
        self.assertEqual(snapshot(self.folder), before)

    def test_the_content_folder(self) -> None:
        (self.folder / "link").symlink_to("Content")
        for output in ("Content", "Content/", "./Content/../Content", "link", str(self.content)):
            self.assert_refused(
                f"“{output}” is the content folder; choose another folder for the site", output)

    def test_a_folder_inside(self) -> None:
        (self.folder / "link").symlink_to("Content/briefs")
        for output in ("Content/site", "Content/briefs", "Content/a/b/c", "link/site"):
            self.assert_refused(
                f"“{output}” is inside the content folder “Content”; choose another for the site", output)
        self.assertFalse((self.content / "a").exists())

    def test_a_way_through_folders_that_are_not_there(self) -> None:
        self.assert_refused(
            "“Content/none/../../Public” leads through a folder that is not there",
            "Content/none/../../Public")

    def test_a_folder_around_it(self) -> None:
        self.content.rename(self.folder / "briefs")
        done = self.run_program("build", "--content", "briefs", "--output", ".")
        self.assertEqual(
            (done.returncode, done.stderr),
            (2, "chancery: the site would be written into the content folder “briefs”; "
                "choose another folder than “.”\n"))
        self.assertFalse((self.folder / "index.html").exists())

    def test_a_folder_around_it_that_keeps_them_apart(self) -> None:
        before = snapshot(self.content)
        self.build("--output", ".")
        self.assertTrue((self.folder / "index.html").exists())
        self.assertEqual(snapshot(self.content), before)
        self.assertRegex(self.build("--output", ".").stdout, " 0 written")

    def test_a_neighbour_of_like_name(self) -> None:
        self.build("--output", "Content-site")
        self.assertTrue((self.folder / "Content-site/index.html").exists())
