@echo off
rem Starts Twinprop: twinprop run checks. Builds it with Maven first where there is no build yet, or
rem where the sources are newer than it.
rem
rem JAVA_HOME names the JDK (17 or later; otherwise the java on the PATH). TWINPROP_JAVA_OPTIONS adds
rem options for the Java virtual machine, -Xmx4g for one. TWINPROP_MAVEN_OPTIONS adds options for the
rem build, -Dnd4j.extension=-avx2 for one: it builds anew where they change.
setlocal EnableExtensions DisableDelayedExpansion

set "TWINPROP_ROOT=%~dp0"
set "TWINPROP_ROOT=%TWINPROP_ROOT:~0,-1%"
set "TWINPROP_TARGET=%TWINPROP_ROOT%\experiments\target"
set "TWINPROP_APP=%TWINPROP_TARGET%\app"

call :check_java
if errorlevel 1 exit /b 2

:check_build
call :built
if not errorlevel 1 goto start
if not exist "%TWINPROP_TARGET%" mkdir "%TWINPROP_TARGET%"
rem One build at a time: while one runs, its lock file cannot be opened, and the call does not happen.
set "TWINPROP_OUTCOME=waiting"
call :build 9>"%TWINPROP_TARGET%\app.lock"
if "%TWINPROP_OUTCOME%"=="done" goto start
if "%TWINPROP_OUTCOME%"=="failed" exit /b 2
echo Another twinprop is building; waiting for it. 1>&2
ping -n 4 127.0.0.1 >nul
goto check_build

:start
rem ND4J's threads spin while they wait: several of them on cores that anything else uses make a
rem matrix product up to ten times slower than one does.
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
rem Options that an older Java does not know are ignored; newer ones would print warnings about
rem ND4J's native libraries without them. The virtual machine's own warnings would otherwise go to
rem standard output, among results in JSON.
"%TWINPROP_JAVA%" -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xlog:disable -Xlog:all=error:stderr %TWINPROP_JAVA_OPTIONS% -jar "%TWINPROP_APP%\twinprop.jar" %*
exit /b %ERRORLEVEL%

:check_java
if defined JAVA_HOME goto java_of_home
set "TWINPROP_JAVA=java"
where java >nul 2>nul && goto check_version
echo twinprop: no Java found: install a JDK, 17 or later (https://adoptium.net), or set JAVA_HOME to one. 1>&2
exit /b 2
:java_of_home
set "TWINPROP_JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%TWINPROP_JAVA%" goto check_version
echo twinprop: JAVA_HOME is "%JAVA_HOME%", which holds no bin\java.exe: set it to a JDK, 17 or later. 1>&2
exit /b 2
:check_version
rem 17 of java -version's line: openjdk version "17.0.15" 2025-04-15
set "TWINPROP_RELEASE="
for /f "tokens=2,3" %%v in ('call "%TWINPROP_JAVA%" -version 2^>^&1') do if "%%v"=="version" for /f "delims=." %%r in ("%%~w") do set "TWINPROP_RELEASE=%%r"
if not defined TWINPROP_RELEASE set "TWINPROP_RELEASE=0"
if %TWINPROP_RELEASE% GEQ 17 exit /b 0
echo twinprop: "%TWINPROP_JAVA%" is too old: install a JDK, 17 or later (https://adoptium.net), or set JAVA_HOME to one. 1>&2
exit /b 2

:built
rem The stamp holds the build's options, and is as old as the start of the build that made it, so
rem that what was edited meanwhile counts as newer.
if not exist "%TWINPROP_APP%\stamp" exit /b 1
set "TWINPROP_BUILT_WITH="
set /p TWINPROP_BUILT_WITH=<"%TWINPROP_APP%\stamp"
if not "%TWINPROP_BUILT_WITH%"=="%TWINPROP_MAVEN_OPTIONS%" exit /b 1
"%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe" -NoProfile -Command "Set-Location -LiteralPath $env:TWINPROP_ROOT; $stamp = (Get-Item -LiteralPath ($env:TWINPROP_APP + '\stamp')).LastWriteTimeUtc; $sources = @(Get-Item pom.xml, *\pom.xml) + @(Get-Item *\src\main | Get-ChildItem -Recurse); if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $stamp }) { exit 1 }"
exit /b %ERRORLEVEL%

:build
set "TWINPROP_OUTCOME=failed"
set "TWINPROP_STAGING=%TWINPROP_TARGET%\app.new"
where mvn >nul 2>nul && goto maven_found
echo twinprop: Maven not found: install Maven 3.8 or later (https://maven.apache.org/install.html) so that mvn is on the PATH. 1>&2
exit /b 2
:maven_found
if exist "%TWINPROP_APP%\stamp" (
  echo Building Twinprop again: its sources or settings changed ^(less than a minute^). 1>&2
) else (
  echo Building Twinprop, first use: 1 to 5 minutes, downloads about 200 MB. 1>&2
)
if exist "%TWINPROP_STAGING%" rmdir /s /q "%TWINPROP_STAGING%"
mkdir "%TWINPROP_STAGING%"
>"%TWINPROP_STAGING%\stamp" echo.%TWINPROP_MAVEN_OPTIONS%
call mvn -B -q -ntp -Dstyle.color=never -f "%TWINPROP_ROOT%\pom.xml" -pl experiments -am package -Dmaven.test.skip=true "-Dapp.directory=%TWINPROP_STAGING%" %TWINPROP_MAVEN_OPTIONS% >"%TWINPROP_TARGET%\build.log" 2>&1 <nul
if not errorlevel 1 goto replace
type "%TWINPROP_TARGET%\build.log" 1>&2
echo twinprop: the build failed (Maven's output is above): where it could not download something, check the network or the proxy in %%USERPROFILE%%\.m2\settings.xml and start again; it goes on where it stopped. 1>&2
exit /b 2
:replace
if exist "%TWINPROP_APP%" rmdir /s /q "%TWINPROP_APP%"
if not exist "%TWINPROP_APP%" ren "%TWINPROP_STAGING%" app && set "TWINPROP_OUTCOME=done" && exit /b 0
echo twinprop: cannot replace "%TWINPROP_APP%": end every running Twinprop and start again. 1>&2
exit /b 2
