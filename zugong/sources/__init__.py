"""The only floor that knows YAML and Markdown: files → drafts and problems."""
