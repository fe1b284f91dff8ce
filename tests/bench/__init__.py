"""How long everything takes, beside what others take: `python -m tests.bench`."""
