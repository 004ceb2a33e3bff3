//! A server of a test's own: the real program in a folder of its own, on free ports, ended with the
//! value. Tests talk to it as clients do.

use std::{
    collections::HashMap,
    fs::{self, File},
    io::{BufRead, BufReader, Read, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    thread,
    time::Duration,
};

use reqwest::{
    Certificate,
    blocking::{Client, RequestBuilder, Response},
    redirect::Policy,
};
use serde_json::Value;
use tempfile::TempDir;

pub(crate) use crate::forms::plain;

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_innkeeper");

/// A password that meets every rule.
pub(crate) const PASSWORD: &str = "Quarry-lamp-7-vivid";

/// A running server.
pub(crate) struct Innkeeper {
    child: Child,
    /// Where each listener is, as the line `ready` says.
    ready: HashMap<String, String>,
    /// Its folder; the last to go.
    folder: TempDir,
    options: Vec<String>,
}

/// A mailbox that is logged in.
pub(crate) struct Mailbox {
    /// The client with its cookie.
    pub(crate) client: Client,
    webmail: String,
    /// What the paths of its session begin with.
    pub(crate) prefix: String,
    pub(crate) address: String,
    pub(crate) password: String,
}

impl Mailbox {
    /// The URL of a path within its session.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{}{path}", self.webmail, self.prefix)
    }
}

/// How a server of a test's own is started, where it is not as usual.
#[derive(Default)]
pub(crate) struct Start<'a> {
    /// Further lines of its configuration.
    pub(crate) configuration: &'a str,
    /// Further options.
    pub(crate) options: &'a [&'a str],
    /// Variables of its environment.
    pub(crate) environment: &'a [(&'a str, &'a str)],
}

impl Start<'_> {
    /// Starts it on an empty folder.
    pub(crate) fn server(&self) -> Innkeeper {
        self.on(tempfile::tempdir().unwrap())
    }

    /// Starts it on a folder in which something may be prepared.
    pub(crate) fn on(&self, folder: TempDir) -> Innkeeper {
        self.prepared(folder, &format!("{CONFIGURATION}{}", self.configuration))
    }

    fn prepared(&self, folder: TempDir, configuration: &str) -> Innkeeper {
        fs::write(folder.path().join("innkeeper.toml"), configuration).unwrap();
        let options: Vec<String> = self.options.iter().map(ToString::to_string).collect();
        let (child, ready) = spawn(folder.path(), &options, self.environment).unwrap();
        Innkeeper { child, ready, folder, options }
    }
}

impl Innkeeper {
    /// Starts one on an empty folder.
    pub(crate) fn start() -> Self {
        Self::start_with(&[])
    }

    /// Starts one on an empty folder, with more options.
    pub(crate) fn start_with(options: &[&str]) -> Self {
        Start { options, ..Start::default() }.server()
    }

    /// Starts one on an empty folder, whose password hashes cost that much.
    pub(crate) fn start_at_cost(cost: u8) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Start::default().prepared(folder, &format!("hash_cost = {cost}\n"))
    }

    /// Starts one on an empty folder, with more lines in its configuration.
    pub(crate) fn start_set(configuration: &str) -> Self {
        Start { configuration, ..Start::default() }.server()
    }

    /// Starts one on a copy of this one's folder, which has ended, with these variables in its
    /// environment.
    pub(crate) fn start_copy(&self, environment: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut copy = Command::new("cp");
        copy.arg("-a").arg(self.folder.path().join(".")).arg(folder.path());
        assert!(copy.status().unwrap().success());
        let options = self.options.clone();
        let (child, ready) = spawn(folder.path(), &options, environment).unwrap();
        Self { child, ready, folder, options }
    }

    /// Starts it again on the same folder, after it ended or was killed.
    pub(crate) fn start_again(&mut self) {
        self.start_again_with(&[]);
    }

    /// Starts it again with these variables in its environment.
    pub(crate) fn start_again_with(&mut self, environment: &[(&str, &str)]) {
        self.try_start_again_with(environment).unwrap();
    }

    /// The same with a start that may end at once; gives its log then.
    pub(crate) fn try_start_again_with(
        &mut self,
        environment: &[(&str, &str)],
    ) -> Result<(), String> {
        self.kill();
        let (child, ready) = spawn(self.folder.path(), &self.options, environment)?;
        (self.child, self.ready) = (child, ready);
        Ok(())
    }

    /// Kills it as `kill -9` does, and waits for its end.
    pub(crate) fn kill(&mut self) {
        drop(self.child.kill());
        self.child.wait().unwrap();
    }

    /// Asks it to end as a service manager does; gives whether it said that all went well.
    pub(crate) fn terminate(&mut self) -> bool {
        let pid = i32::try_from(self.child.id()).unwrap();
        let pid = rustix::process::Pid::from_raw(pid).unwrap();
        rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
        self.child.wait().unwrap().success()
    }

    /// Sends it a signal; gives its exit code, which it has unless the signal killed it.
    pub(crate) fn end(&mut self, signal: rustix::process::Signal) -> Option<i32> {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, signal).unwrap();
        self.child.wait().unwrap().code()
    }

    /// What it said on its standard output before it was ready, at each start.
    pub(crate) fn said(&self) -> String {
        fs::read_to_string(self.folder.path().join("said")).unwrap()
    }

    /// Its log so far, of each start.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap()
    }

    /// Waits for its end.
    pub(crate) fn wait(&mut self) -> std::process::ExitStatus {
        self.child.wait().unwrap()
    }

    /// The id of its process.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Its data folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Where a listener is: `whm`, `cpanel`, `dns`, `web`, `metrics`.
    pub(crate) fn address(&self, listener: &str) -> &str {
        self.ready
            .get(listener)
            .unwrap_or_else(|| panic!("no listener {listener}: {:?}", self.ready))
    }

    /// The URL of a path on WHM's port.
    pub(crate) fn whm(&self, path: &str) -> String {
        format!("https://{}{path}", self.address("whm"))
    }

    /// The URL of a path on the accounts' port.
    pub(crate) fn cpanel(&self, path: &str) -> String {
        format!("https://{}{path}", self.address("cpanel"))
    }

    /// Root's API token.
    pub(crate) fn token(&self) -> String {
        fs::read_to_string(self.data().join("root.token")).unwrap().trim().to_owned()
    }

    /// Root's password.
    pub(crate) fn password(&self) -> String {
        fs::read_to_string(self.data().join("root.password")).unwrap().trim().to_owned()
    }

    /// A client that trusts the server's certificate, follows no redirects and keeps cookies.
    pub(crate) fn client(&self) -> Client {
        let pem = fs::read(self.data().join("tls/cert.pem")).unwrap();
        Client::builder()
            .add_root_certificate(Certificate::from_pem(&pem).unwrap())
            .redirect(Policy::none())
            .cookie_store(true)
            .timeout(Duration::from_mins(1))
            .build()
            .unwrap()
    }

    /// A call as root by token, API 1 in JSON; gives the whole answer.
    pub(crate) fn call(&self, function: &str, form: &[(&str, &str)]) -> Value {
        self.call_by(&format!("whm root:{}", self.token()), function, form)
    }

    /// The same call with another `Authorization`.
    pub(crate) fn call_by(
        &self,
        authorization: &str,
        function: &str,
        form: &[(&str, &str)],
    ) -> Value {
        let response = self.send(authorization, function, form);
        let text = response.text().unwrap();
        serde_json::from_str(&text).unwrap_or_else(|_| panic!("{function} answered: {text}"))
    }

    /// The answer to a call as root; nothing where the server died before it answered.
    pub(crate) fn try_call(&self, function: &str, form: &[(&str, &str)]) -> Option<Value> {
        let request = self.request(&format!("whm root:{}", self.token()), function, form);
        request.send().ok()?.json().ok()
    }

    /// The data of a call as root that succeeds.
    pub(crate) fn data_of(&self, function: &str, form: &[(&str, &str)]) -> Value {
        let answer = self.call(function, form);
        assert_eq!(answer["metadata"]["result"], 1, "{function}: {answer}");
        answer["data"].clone()
    }

    /// The response of such a call.
    pub(crate) fn send(
        &self,
        authorization: &str,
        function: &str,
        form: &[(&str, &str)],
    ) -> Response {
        self.request(authorization, function, form).send().unwrap()
    }

    fn request(
        &self,
        authorization: &str,
        function: &str,
        form: &[(&str, &str)],
    ) -> RequestBuilder {
        let url = self.whm(&format!("/json-api/{function}"));
        let mut form = form.to_vec();
        form.push(("api.version", "1"));
        self.client().post(url).header("Authorization", authorization).form(&form)
    }

    /// Makes an account with the domain `NAME.test` and [`PASSWORD`].
    pub(crate) fn account(&self, name: &str) {
        self.account_of(name, "root");
    }

    /// Makes one for an owner.
    pub(crate) fn account_of(&self, name: &str, owner: &str) {
        let domain = format!("{name}.test");
        let form = [
            ("username", name),
            ("domain", domain.as_str()),
            ("owner", owner),
            ("password", PASSWORD),
            // A key would be made, and the zone changed, some seconds later.
            ("dkim", "0"),
        ];
        self.data_of("createacct", &form);
    }

    /// Makes a reseller, who has an account of that name.
    pub(crate) fn reseller(&self, name: &str) {
        let domain = format!("{name}.test");
        let form = [
            ("username", name),
            ("domain", domain.as_str()),
            ("password", PASSWORD),
            ("reseller", "1"),
            ("dkim", "0"),
        ];
        self.data_of("createacct", &form);
    }

    /// Logs in through the page's form; gives a client with the cookie, and the path's prefix.
    pub(crate) fn log_in(&self, url: &str, user: &str, password: &str) -> Option<(Client, String)> {
        let client = self.client();
        let form = [("user", user), ("pass", password), ("login_only", "1")];
        let response = client.post(format!("{url}/login")).form(&form).send().unwrap();
        if response.status() != 200 {
            return None;
        }
        let answer: Value = response.json().unwrap();
        Some((client, answer["security_token"].as_str().unwrap().to_owned()))
    }

    /// Makes a mailbox of an account, logged in at Webmail.
    pub(crate) fn mailbox(&self, account: &str, name: &str) -> Mailbox {
        let password = "Meadow-brick-9-onion".to_owned();
        let form = [("email", name), ("password", &password)];
        let url = self.cpanel("/execute/Email/add_pop");
        let made = self.client().post(url).basic_auth(account, Some(PASSWORD)).form(&form);
        let made: Value = made.send().unwrap().json().unwrap();
        assert_eq!(made["status"], 1, "{made}");
        let (webmail, address) =
            (format!("https://{}", self.address("webmail")), format!("{name}@{account}.test"));
        let (client, prefix) = self.log_in(&webmail, &address, &password).unwrap();
        Mailbox { client, webmail, prefix, address, password }
    }

    /// Runs a command of the program against this server.
    pub(crate) fn command(&self, arguments: &[&str]) -> Output {
        command(&self.data(), arguments)
    }
}

/// Runs a command of the program on a data folder.
pub(crate) fn command(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).env("INNKEEPER_DATA", data).env_remove("INNKEEPER_STORE");
    command.output().unwrap()
}

impl Drop for Innkeeper {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Hashing at its least cost: what it costs else is not what these tests are about.
const CONFIGURATION: &str = "hash_cost = 1\n";

/// A process, and where each of its listeners is.
pub(crate) type Started = (Child, HashMap<String, String>);

/// Starts a server and reads its lines up to `ready`. It ends with this thread at the latest.
pub(crate) fn spawn(
    folder: &Path,
    options: &[String],
    environment: &[(&str, &str)],
) -> Result<Started, String> {
    spawn_as("serve", folder, options, environment)
}

/// The same with another of the program's commands.
pub(crate) fn spawn_as(
    name: &str,
    folder: &Path,
    options: &[String],
    environment: &[(&str, &str)],
) -> Result<Started, String> {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", PROGRAM, name, "--data"]).arg(folder.join("data"));
    command.arg("--config").arg(folder.join("innkeeper.toml"));
    for listener in ["whm", "cpanel", "webmail", "dns", "web", "web-tls", "metrics"] {
        let option = format!("--{listener}-port");
        if !options.contains(&option) {
            command.args([option.as_str(), "0"]);
        }
    }
    command.args(options).envs(environment.iter().copied());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let log = keep(BufReader::new(child.stderr.take().unwrap()), appended(folder, "log"));
    let mut said = appended(folder, "said");
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    while let Some(Ok(line)) = lines.next() {
        writeln!(said, "{line}").unwrap();
        if let Some(words) = line.strip_prefix("ready ") {
            let ready = words.split(' ').filter_map(|word| {
                word.split_once('=').map(|(name, at)| (name.to_owned(), at.to_owned()))
            });
            return Ok((child, ready.collect()));
        }
    }
    child.wait().unwrap();
    Err(log.join().unwrap())
}

fn appended(folder: &Path, name: &str) -> File {
    File::options().append(true).create(true).open(folder.join(name)).unwrap()
}

/// Keeps what comes in a file; gives it in the end.
fn keep(mut from: impl Read + Send + 'static, mut file: File) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let (mut all, mut buffer) = (Vec::new(), [0; 8192]);
        while let Ok(read @ 1..) = from.read(&mut buffer) {
            let piece = buffer.get(..read).unwrap();
            file.write_all(piece).unwrap();
            all.extend_from_slice(piece);
        }
        String::from_utf8_lossy(&all).into_owned()
    })
}
