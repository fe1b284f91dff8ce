"""Sheet and Pages → bytes; strangers to one another."""
