"""Words of the pages, as Markdown."""
