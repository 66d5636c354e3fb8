// Commands: the program's commands over any set of templates.
// In: arguments. Out: what is printed, and the exit code: 0 done, 1 errors in content, 2 could not run, 64 usage.
