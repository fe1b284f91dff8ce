"""Faces found on the machine and measured."""
