## The home page of the window

home-title = Folkmoot
home-margin = Home
home-serves = This window serves the home kept at
home-none = No home was named, and this computer offers no usual place for one. Open Folkmoot with --home and the folder where the records should be kept.
home-silent = The desk did not answer. Close this window and open it again; everything that was recorded is kept.
command-margin = Command line
command-how = For now, everything is done from the command line. To begin, type:
