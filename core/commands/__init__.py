"""The commands of the command line, one file each: ``add`` registers it with the parser."""
