@echo off
rem Starts Twinprop: twinprop run checks. Builds it with Maven first where there is no build yet, or
rem where the sources are newer than it.
rem
rem --backend cpu, cuda, cuda-ptx or auto, anywhere on the command line, says what to compute on; auto,
rem the default, takes what the doctor finds best of what is built. twinprop --backend cuda --build
rem builds one and ends: only cpu is built unasked, for the others are downloads of gigabytes.
rem
rem JAVA_HOME names the JDK (17 or later; otherwise the java on the PATH). TWINPROP_JAVA_OPTIONS adds
rem options for the Java virtual machine, -Xmx4g for one. TWINPROP_MAVEN_OPTIONS adds options for the
rem build, -Dnd4j.extension=-avx2 for one: it builds anew where they change.
rem TWINPROP_BACKEND is what --backend is where it is not given.
setlocal EnableExtensions DisableDelayedExpansion

set "TWINPROP_ROOT=%~dp0"
set "TWINPROP_ROOT=%TWINPROP_ROOT:~0,-1%"
set "TWINPROP_TARGET=%TWINPROP_ROOT%\experiments\target"
set "TWINPROP_DEVICE="
rem Options that an older Java does not know are ignored; newer ones would print warnings about
rem ND4J's native libraries without them. The virtual machine's own warnings would otherwise go to
rem standard output, among results in JSON.
set "TWINPROP_QUIET=-XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xlog:disable -Xlog:all=error:stderr"

call :read_arguments %*
if errorlevel 1 exit /b 2
call :check_java
if errorlevel 1 exit /b 2

if not defined TWINPROP_BUILD_ONLY goto choose
if "%TWINPROP_REQUESTED%"=="auto" set "TWINPROP_REQUESTED=cpu"
call :use %TWINPROP_REQUESTED%
call :prepare
if errorlevel 1 exit /b 2
echo Backend %TWINPROP_USED% is built: twinprop --backend %TWINPROP_USED% doctor tries it. 1>&2
exit /b 0

:choose
call :use cpu
if "%TWINPROP_REQUESTED%"=="cpu" goto chosen
if not "%TWINPROP_REQUESTED%"=="auto" goto ask
if exist "%TWINPROP_TARGET%\app-cuda\stamp" goto ask
if exist "%TWINPROP_TARGET%\app-cuda-ptx\stamp" goto ask
goto chosen
:ask
rem The doctor is asked, in a small program of the processor's build.
call :prepare
if errorlevel 1 exit /b 2
set "TWINPROP_CHOICE=%TEMP%\twinprop-%RANDOM%%RANDOM%.txt"
"%TWINPROP_JAVA%" %TWINPROP_QUIET% -XX:TieredStopAtLevel=1 "-Dtwinprop.apps=%TWINPROP_TARGET%" -cp "%TWINPROP_APP%\twinprop.jar" org.twinprop.experiments.doctor.ChosenBackend %TWINPROP_REQUESTED% >"%TWINPROP_CHOICE%"
if errorlevel 1 (
  del "%TWINPROP_CHOICE%"
  exit /b 2
)
for /f "usebackq tokens=1,* delims==" %%n in ("%TWINPROP_CHOICE%") do (
  if "%%n"=="backend" call :use %%o
  if "%%n"=="device" set "TWINPROP_DEVICE=%%o"
)
del "%TWINPROP_CHOICE%"
:chosen
call :prepare
if errorlevel 1 exit /b 2

if "%TWINPROP_USED%"=="cpu" goto start
rem What CUDA reads as it begins. Numbers of GPUs are nvidia-smi's. Kernels that the driver compiles
rem take up to 4 GiB of its cache; with less it would compile them at every start.
if not defined CUDA_DEVICE_ORDER set "CUDA_DEVICE_ORDER=PCI_BUS_ID"
if defined TWINPROP_DEVICE set "CUDA_VISIBLE_DEVICES=%TWINPROP_DEVICE%"
if "%TWINPROP_USED%"=="cuda-ptx" set "CUDA_CACHE_MAXSIZE=4294967296"

:start
rem ND4J's threads spin while they wait: several of them on cores that anything else uses make a
rem matrix product up to ten times slower than one does.
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
"%TWINPROP_JAVA%" %TWINPROP_QUIET% "-Dtwinprop.apps=%TWINPROP_TARGET%" %TWINPROP_JAVA_OPTIONS% -jar "%TWINPROP_APP%\twinprop.jar" %*
exit /b %ERRORLEVEL%

:read_arguments
set "TWINPROP_REQUESTED=auto"
if defined TWINPROP_BACKEND set "TWINPROP_REQUESTED=%TWINPROP_BACKEND%"
set "TWINPROP_BUILD_ONLY="
:next_argument
rem An argument's = is a separator here, so that --backend=cpu comes as two.
if "%~1"=="" goto check_backend
if "%~1"=="--backend" set "TWINPROP_REQUESTED=%~2"
if "%~1"=="--build" set "TWINPROP_BUILD_ONLY=yes"
shift
goto next_argument
:check_backend
for %%b in (auto cpu cuda cuda-ptx) do if "%TWINPROP_REQUESTED%"=="%%b" exit /b 0
echo twinprop: there is no backend "%TWINPROP_REQUESTED%": --backend takes auto, cpu, cuda or cuda-ptx. 1>&2
exit /b 2

:use
rem Where a backend is built, and how.
set "TWINPROP_USED=%1"
set "TWINPROP_NAME=app-%1"
if "%1"=="cpu" set "TWINPROP_NAME=app"
set "TWINPROP_APP=%TWINPROP_TARGET%\%TWINPROP_NAME%"
exit /b 0

:prepare
call :built
if not errorlevel 1 exit /b 0
if not exist "%TWINPROP_TARGET%" mkdir "%TWINPROP_TARGET%"
rem One build at a time: while one runs, its lock file cannot be opened, and the call does not happen.
set "TWINPROP_OUTCOME=waiting"
call :build 9>"%TWINPROP_APP%.lock"
if "%TWINPROP_OUTCOME%"=="done" exit /b 0
if "%TWINPROP_OUTCOME%"=="failed" exit /b 2
echo Another twinprop is building; waiting for it. 1>&2
ping -n 4 127.0.0.1 >nul
goto prepare

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
set "TWINPROP_STAGING=%TWINPROP_APP%.new"
where mvn >nul 2>nul && goto maven_found
echo twinprop: Maven not found: install Maven 3.8 or later (https://maven.apache.org/install.html) so that mvn is on the PATH. 1>&2
exit /b 2
:maven_found
if exist "%TWINPROP_APP%\stamp" (
  echo Building Twinprop again: its sources or settings changed ^(less than a minute^). 1>&2
) else (
  echo Building Twinprop, first use, backend %TWINPROP_USED%: 1 to 5 minutes and more on a slow line. 1>&2
  echo It downloads 0.2 GB for cpu, 2.5 GB for cuda, 2.8 GB for cuda-ptx. 1>&2
)
if exist "%TWINPROP_STAGING%" rmdir /s /q "%TWINPROP_STAGING%"
mkdir "%TWINPROP_STAGING%"
>"%TWINPROP_STAGING%\stamp" echo.%TWINPROP_MAVEN_OPTIONS%
call :profile
call mvn -B -q -ntp -Dstyle.color=never -f "%TWINPROP_ROOT%\pom.xml" -pl experiments -am package -Dmaven.test.skip=true "-Dapp.directory=%TWINPROP_STAGING%" -Dapp.backend=%TWINPROP_USED% %TWINPROP_PROFILE% %TWINPROP_MAVEN_OPTIONS% >"%TWINPROP_TARGET%\build.log" 2>&1 <nul
if not errorlevel 1 goto replace
type "%TWINPROP_TARGET%\build.log" 1>&2
echo twinprop: the build failed (Maven's output is above): where it could not download something, check the network or the proxy in %%USERPROFILE%%\.m2\settings.xml and start again; it goes on where it stopped. 1>&2
exit /b 2
:replace
if exist "%TWINPROP_APP%" rmdir /s /q "%TWINPROP_APP%"
if not exist "%TWINPROP_APP%" ren "%TWINPROP_STAGING%" %TWINPROP_NAME% && set "TWINPROP_OUTCOME=done" && exit /b 0
echo twinprop: cannot replace "%TWINPROP_APP%": end every running Twinprop and start again. 1>&2
exit /b 2

:profile
rem What Maven is told about the backend. For the processor the fastest native build that its flags
rem allow, unless the user names one or another release.
set "TWINPROP_PROFILE=-Dbackend=%TWINPROP_USED%"
if not "%TWINPROP_USED%"=="cpu" exit /b 0
set "TWINPROP_PROFILE="
echo "%TWINPROP_MAVEN_OPTIONS%" | findstr /c:"nd4j.extension" /c:"dl4j.version" /c:"native.platform" >nul && exit /b 0
set "TWINPROP_JAVAC=javac"
if defined JAVA_HOME set "TWINPROP_JAVAC=%JAVA_HOME%\bin\javac.exe"
"%TWINPROP_JAVAC%" -d "%TWINPROP_STAGING%\classes" -sourcepath "%TWINPROP_ROOT%\native-profiles\src\main\java" "%TWINPROP_ROOT%\native-profiles\src\main\java\org\twinprop\natives\FastestExtension.java" 2>nul || exit /b 0
for /f "delims=" %%x in ('call "%TWINPROP_JAVA%" -cp "%TWINPROP_STAGING%\classes" org.twinprop.natives.FastestExtension') do set "TWINPROP_PROFILE=%%x"
rmdir /s /q "%TWINPROP_STAGING%\classes"
exit /b 0
