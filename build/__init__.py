"""The reproducible build of the Gaza truce talks dataset: seeds in, data package out."""
