"""Images that editors bring along: looked at before they are trusted, made ready for paper."""
