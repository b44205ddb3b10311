@echo off
rem The one way in on Windows: finds a JDK, builds, starts what was asked for.
setlocal
set "ROOT=%~dp0"
set "VERB=%~1"
if "%VERB%"=="" goto :usage
if "%VERB%"=="help" goto :usage

set "JDK="
if defined JAVA_HOME call :look "%JAVA_HOME%"
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%ProgramFiles%\Microsoft\jdk*" "%USERPROFILE%\.jdks\*") do call :look "%%~J"
if not defined JDK (
  echo Baton needs JDK 25 or newer and found none: get one from https://adoptium.net or set JAVA_HOME. 1>&2
  exit /b 3
)
set "JAVA_HOME=%JDK%"
set "MVN=%ROOT%mvnw.cmd"

rem What licences and sbom write: a folder, and a file in one; from where this was called.
set "FIRST=%~f2"
set "FOLDER=%~dp2."
set "NAME=%~n2"
set "ARGS="
:collect
shift
if "%~1"=="" goto :collected
set ARGS=%ARGS% %1
goto :collect
:collected

cd /d "%ROOT%"
if "%VERB%"=="test" (
  call "%MVN%" -B -ntp verify %ARGS%
  exit /b
)
if "%VERB%"=="version" (
  for /f "tokens=3 delims=<>" %%V in ('findstr /r /c:"^  <version>" "%ROOT%pom.xml"') do echo Baton %%V
  exit /b
)
if "%VERB%"=="build" (
  call "%MVN%" -B -ntp -q -Dquick -DskipTests package
  exit /b
)
if "%VERB%"=="licences" (
  call "%MVN%" -B -ntp -q org.codehaus.mojo:license-maven-plugin:2.7.1:aggregate-add-third-party -Dlicense.excludedScopes=test,provided "-Dlicense.excludedGroups=baton" "-Dlicense.outputDirectory=%FIRST%"
  exit /b
)
if "%VERB%"=="sbom" (
  call "%MVN%" -B -ntp -q org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeAggregateBom -DincludeTestScope=false -DskipNotDeployed=false -DoutputReactorProjects=false -DoutputFormat=json "-DoutputDirectory=%FOLDER%" "-DoutputName=%NAME%"
  exit /b
)
if "%VERB%"=="format" (
  call "%MVN%" -B -ntp -q spotless:apply %ARGS%
  exit /b
)

set "MAIN="
set "OPTIONS="
set "MODULE=desktop-client"
if "%VERB%"=="desktop" set "MAIN=baton.desktop.app.DesktopMain"
for %%V in (export backup restore) do if "%VERB%"=="%%V" (
  set "MAIN=baton.desktop.app.DesktopMain"
  set "ARGS=%VERB% %ARGS%"
)
if "%VERB%"=="demo" set "MAIN=baton.desktop.demo.DemoMain"
if "%VERB%"=="screenshots" set "MAIN=baton.desktop.demo.ScreenshotsMain"
if "%VERB%"=="relay" (
  set "MAIN=baton.relay.app.RelayMain"
  set "MODULE=relay-server"
)
if "%VERB%"=="trials" set "MAIN=baton.trials.TrialsMain"
if not defined MAIN goto :usage
set OPTIONS="@%ROOT%desktop-client\desktop.options"
if "%MODULE%"=="relay-server" set OPTIONS="@%ROOT%relay-server\relay.options"
if "%VERB%"=="screenshots" set "DRAW=-Dglass.platform=Headless -Dprism.order=sw"

rem Maven compiles only what changed, so it is asked every time.
echo Building Baton ^(first time takes a few minutes^)... 1>&2
call "%MVN%" -B -ntp -q -Dquick -DskipTests package || exit /b 1
set "OUT=target\quick"
set "CLASSES=%ROOT%%MODULE%\%OUT%\classes;%ROOT%%MODULE%\%OUT%\lib\*"
rem Trials are in the test classes, and need those and the libraries of all three modules.
if "%VERB%"=="trials" for %%M in (desktop-client relay-server shared-model) do call :tests %%M
"%JAVA_HOME%\bin\java" %OPTIONS% --enable-native-access=ALL-UNNAMED %DRAW% "-Dbaton.relay.classpath=%ROOT%relay-server\%OUT%\classes;%ROOT%relay-server\%OUT%\lib\*" "-Dbaton.relay.options=%ROOT%relay-server\relay.options" -cp "%CLASSES%" %MAIN% %ARGS%
exit /b

:tests
set "CLASSES=%CLASSES%;%ROOT%%1\%OUT%\test-classes;%ROOT%%1\%OUT%\classes;%ROOT%%1\%OUT%\lib\*"
exit /b

:look
if defined JDK exit /b
if not exist "%~1\release" exit /b
if not exist "%~1\bin\javac.exe" exit /b
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "FOUND=%%~V"
set "FOUND=%FOUND:"=%"
if %FOUND% GEQ 25 set "JDK=%~1"
exit /b

:usage
echo baton desktop      start the app
echo baton export       write the messages of a profile as web pages or JSON lines
echo baton backup       keep a profile in one encrypted file
echo baton restore      put such a file in the place of what a profile holds
echo baton relay        start a relay
echo baton demo         a relay and people talking through it, on this machine
echo baton trials bench what relays do under load and what it costs, as a table
echo baton trials faults a nemesis kills, stops and cuts real relays, Redis and devices
echo baton test         every check and test
echo baton screenshots  draw the pictures the documents use
echo baton format       format the Java sources
echo baton build        build the programs
echo baton licences     write THIRD-PARTY.txt into a folder: what is bundled, under which licences
echo baton sbom         write into a file, as CycloneDX, what is bundled in which version
echo baton version      say which version this is
exit /b 2
