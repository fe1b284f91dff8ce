"""Sheet + metrics → Pages: lines broken, placed on the grid, pages numbered. Pure."""
