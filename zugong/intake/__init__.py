"""Foreign files → item files: what counties send in Word, WPS, text and web pages becomes the editor's own format."""
