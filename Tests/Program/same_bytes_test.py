"""The same content gives the same bytes, wherever and however it is built."""

import os
import shutil
import time

from fixture import PORTAL, ProgramCase, snapshot


class SameBytesTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL)
        # Enough briefs for several chunks, some of one day and one title.
        self.write({
            f"briefs/more-{number:02}.md":
                f"---\ntitle: More\ndate: 2024-05-0{1 + number % 3}\ntopics: [Ä, a, Z]\n---\n\n"
                f"Text.[^1]\n\n[^1]: {number}.\n"
            for number in range(30)
        })
        self.build()
        self.wanted = snapshot(self.site)

    def assert_same(self, *arguments: str, **options) -> None:
        self.build("--output", "again", *arguments, **options)
        self.assertEqual(snapshot(self.folder / "again"), self.wanted)
        shutil.rmtree(self.folder / "again")

    def test_whatever_the_number_of_jobs(self) -> None:
        for jobs in ("1", "2", "3", "7", "256", "1000000"):
            self.assert_same("--jobs", jobs)

    def test_whatever_the_language_and_time_zone(self) -> None:
        for language in ("C", "tr_TR.UTF-8", "ar_EG.UTF-8", "nonsense"):
            self.assert_same(env={"LANG": language, "LC_ALL": language})
        for zone in ("UTC", "Pacific/Kiritimati", "America/Los_Angeles", "nonsense"):
            self.assert_same(env={"TZ": zone})

    def test_whatever_else_is_in_the_environment(self) -> None:
        self.assert_same(env={
            "HOME": "/nowhere", "TERM": "dumb", "COLUMNS": "20", "SOURCE_DATE_EPOCH": "1",
            "SWIFT_DETERMINISTIC_HASHING": "1"})

    def test_whatever_the_order_of_files_and_their_times(self) -> None:
        copy = self.folder / "copy"
        for name in sorted(self.paths(), reverse=True):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.content / name, copy / name)
            os.utime(copy / name, (1, 1))
        self.assert_same("--content", "copy")

    def test_whatever_the_second(self) -> None:
        time.sleep(1.1)
        self.assert_same()

    def test_whatever_way_the_folders_are_named(self) -> None:
        self.assert_same("--content", f"{self.content}/")
        self.assert_same("--content", "./copy/../Content", cwd=self.make("copy").parent)
        self.assert_same("--content", ".", "--output", "../again", cwd=self.content)

    def make(self, name: str):
        (self.folder / name).mkdir()
        return self.folder / name

    def paths(self) -> list[str]:
        return list(snapshot(self.content))
