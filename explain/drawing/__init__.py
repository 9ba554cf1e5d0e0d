"""Pictures of results, for page, report and marked copies."""
