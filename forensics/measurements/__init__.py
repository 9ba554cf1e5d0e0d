"""Names, files and words of measured figures, for cards, pages and README."""
