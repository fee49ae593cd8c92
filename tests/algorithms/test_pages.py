"""The pages in docs/: they say what the algorithms say of themselves."""

import pages
import pytest


def test_pages_are_up_to_date(provider, root):
    for algorithm in provider.algorithms():
        path = root / "docs" / f"{algorithm.name()}.md"
        written = path.read_text(encoding="utf-8") if path.exists() else ""
        assert written == pages.page(algorithm), f"run `make docs` to renew {path.name}"


def test_pictures_of_the_pages_are_there(provider, root):
    for algorithm in provider.algorithms():
        text = (root / "docs" / f"{algorithm.name()}.md").read_text(encoding="utf-8")
        pictures = [line[line.index("(") + 1 : -1] for line in text.splitlines()
                    if line.startswith("![")]  # fmt: skip
        assert pictures
        for picture in pictures:
            assert (root / "docs" / picture).is_file(), picture


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>A <b>bold</b>\n <i>word</i>.</p>", "A **bold** *word*."),
        ("<h3>Limits</h3> <p>One.</p><p>Two.</p>", "## Limits\n\nOne.\n\nTwo."),
        (f"<p>{'non-zero ' * 12}</p>", f"{'non-zero ' * 9}\n{'non-zero ' * 3}"),
    ],
)
def test_markdown_of_help(html, text):
    expected = "\n".join(line.rstrip() for line in text.splitlines())
    assert pages.markdown(html) == expected


def test_help_has_only_what_markdown_knows(provider):
    for algorithm in provider.algorithms():
        assert "<" not in pages.markdown(pages.about(algorithm))


def test_the_example_of_a_page_takes_arrays_or_a_table_not_both(provider):
    page = pages.page(provider.algorithm("gridfromgeolocation"))
    assert "--X_RASTER=" in page
    assert "--GLT_RASTER=" not in page


def test_the_example_of_a_page_has_the_parameters_of_the_simple_case(algorithm):
    assert pages.page(algorithm).endswith(
        "qgis_process run gridr:gridresampling --INPUT=input.tif --GRID=grid.tif \\\n"
        "    --INTERPOLATION=cubic --OUTPUT=output.tif --OUTPUT_MASK=output_mask.tif\n"
        "```\n"
    )
