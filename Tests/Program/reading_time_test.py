"""How long a brief takes to read: its own words, whatever stands beside it in memory."""

import unittest

from fixture import ProgramCase


def words(count: int) -> str:
    """Paragraphs of ten words."""
    return "\n\n".join(" ".join(["word"] * 10) for _ in range(count // 10))


class ReadingTimeTests(ProgramCase):
    def minutes(self) -> list[str]:
        self.build()
        return [self.text_of(f"briefs/{name}.html") for name in ("folder", "file", "short")]

    def text_of(self, path: str) -> str:
        page = self.page(path)
        return page.split(" minutes to read")[0].rsplit("about ", 1)[-1] if " minutes to read" in page else ""

    def test_it_is_that_of_its_words(self) -> None:
        # 228 words a minute; each title is a block more.
        parts = [f"# Part {n}\n\n{words(2280)}\n" for n in range(5)]
        self.write({
            "portal.yaml": "title: Portal\n",
            "briefs/folder/brief.yaml": "title: Folder\ndate: 2024-01-02\n",
            **{f"briefs/folder/0{n}-part-{n}.md": part for n, part in enumerate(parts)},
            "briefs/file.md": "# File\n\n" + "".join("#" + part for part in parts[:2]),
            "briefs/short.md": "# Short\n\nFew words.\n",
        })
        self.assertEqual(self.minutes(), ["50", "20", ""])
        # Those of briefs that did not change too.
        self.write({"briefs/short.md": "# Short\n\nFew other words.\n"})
        self.assertEqual(self.minutes(), ["50", "20", ""])


if __name__ == "__main__":
    unittest.main()
