@echo off
rem Starts build, beside this file, in the shell of Git for Windows.
setlocal
set "SHELL_OF_GIT=%ProgramFiles%\Git\bin\bash.exe"
if not exist "%SHELL_OF_GIT%" (
  echo Packages are built in the shell of Git for Windows, and it was not found: get it from https://gitforwindows.org. 1>&2
  exit /b 3
)
"%SHELL_OF_GIT%" "%~dp0build" %*
