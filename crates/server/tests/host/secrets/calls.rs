//! Everything that takes a secret, called with a canary: as people do, so that each service gets one, and
//! every function of the lists by its parameters.

use std::{cell::RefCell, fs, io::Write as _, net::TcpStream, process::Command};

use reqwest::header::SET_COOKIE;
use serde_json::Value;

use super::canaries::Canaries;
use crate::{
    forms::{is_secret, plain},
    machine::Machine,
};

const ACCOUNT: &str = "anna";
const DOMAIN: &str = "anna.test";
/// The function whose answer is what it was given, in other letters.
const TELLS: (&str, &str) = ("Fileman", "transcode");

/// Notes what the server made at its first start.
pub(super) fn note_roots_own(machine: &Machine, canaries: &Canaries) {
    for (what, file) in [("root's password", "root.password"), ("root's token", "root.token")] {
        canaries.note(what, fs::read_to_string(machine.data().join(file)).unwrap().trim());
    }
}

/// Who calls, and what was answered.
pub(super) struct Calls<'a> {
    machine: &'a Machine,
    canaries: &'a Canaries,
    answers: RefCell<Vec<(String, String)>>,
}

/// What calls a function with a form.
type Call<'a> = &'a dyn Fn(&[(&str, &str)]);

impl<'a> Calls<'a> {
    pub(super) fn new(machine: &'a Machine, canaries: &'a Canaries) -> Self {
        Self { machine, canaries, answers: RefCell::default() }
    }

    /// What answers show that they may not.
    pub(super) fn shown(&self) -> Vec<String> {
        let finder = self.canaries.finder();
        let answers = self.answers.borrow();
        let shown = answers.iter().flat_map(|(call, text)| {
            let found = finder.within(text.as_bytes());
            found.into_iter().map(move |what| format!("the answer of {call} shows {what}"))
        });
        shown.collect()
    }

    fn keep(&self, call: &str, text: String) {
        self.answers.borrow_mut().push((call.to_owned(), text));
    }

    /// A call as root, its answer kept.
    fn root(&self, function: &str, form: &[(&str, &str)]) -> Value {
        let text = self.machine.answer(function, form);
        self.keep(function, text.clone());
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// One that succeeds.
    fn made(&self, function: &str, form: &[(&str, &str)]) {
        let answer = self.root(function, form);
        assert_eq!(answer["metadata"]["result"], 1, "{function}: {answer}");
    }

    /// A function of the account's own API by root, its answer kept.
    fn of_account(&self, module: &str, function: &str, form: &[(&str, &str)]) -> Value {
        let named =
            [("cpanel.user", ACCOUNT), ("cpanel.module", module), ("cpanel.function", function)];
        self.root("uapi_cpanel", &[&named[..], form].concat())
    }

    fn made_of_account(&self, module: &str, function: &str, form: &[(&str, &str)]) {
        let answer = self.of_account(module, function, form);
        assert_eq!(answer["data"]["uapi"]["status"], 1, "{module}::{function}: {answer}");
    }

    /// What is no call at all, and is noted as nothing but a detail.
    pub(super) fn of_nobody(&self) {
        let url = self.machine.cpanel_url("");
        let mut line = TcpStream::connect(url.strip_prefix("https://").unwrap()).unwrap();
        line.write_all(self.canaries.next().as_bytes()).unwrap();
    }

    /// An account with a mailbox, logins and databases, each with a secret of its own that is changed once;
    /// logins by page; a token, a session, a certificate's key.
    pub(super) fn of_people(&self) {
        let next = || self.canaries.next();
        let own = next();
        self.create(ACCOUNT, DOMAIN);
        self.made("passwd", &[("user", ACCOUNT), ("password", &own), ("enabledigest", "1")]);
        let batch = format!("passwd?user={ACCOUNT}&password={own}");
        self.made("batch", &[("command", &batch)]);
        self.logins(&own);
        self.made_of_account("Email", "add_pop", &[("email", "info"), ("password", &next())]);
        self.made_of_account(
            "Email",
            "passwd_pop",
            &[("email", "info"), ("domain", DOMAIN), ("password", &next())],
        );
        for engine in ["Mysql", "Postgresql"] {
            let name = format!("{ACCOUNT}_shop");
            let form = [("name", name.as_str()), ("password", &next())];
            self.made_of_account(engine, "create_user", &form);
            let form = [("user", name.as_str()), ("password", &next())];
            self.made_of_account(engine, "set_password", &form);
        }
        self.made_of_account("Ftp", "add_ftp", &[("user", "files"), ("pass", &next())]);
        let form = [("user", "files"), ("domain", DOMAIN), ("pass", &next())];
        self.made_of_account("Ftp", "passwd", &form);
        self.key();
        self.tokens();
        self.create("victim", "victim.test");
    }

    /// Makes an account. Its caller is told the password that he gave, in what is for people to read.
    fn create(&self, user: &str, domain: &str) {
        let password = self.canaries.next();
        let form = [("username", user), ("domain", domain), ("password", &password)];
        let text = self.machine.answer("createacct", &form);
        assert!(text.contains("Creation Ok"), "{text}");
        self.keep("createacct", text.replace(&format!("Password: {password}"), ""));
    }

    /// Right and wrong logins by the page; what the cookie and the path have is a secret too.
    fn logins(&self, own: &str) {
        let (client, path) = self.machine.log_in(ACCOUNT, own).unwrap();
        self.canaries.note("a session's path", path.rsplit('/').next().unwrap());
        let page = client.get(format!("{path}/")).send().unwrap();
        assert_eq!(page.status(), 200);
        let form = [("current", self.canaries.next()), ("new", self.canaries.next())];
        let refused = client.post(format!("{path}/password")).form(&form).send().unwrap();
        // Its links have the session's path, as those of all pages do.
        let text = refused.text().unwrap().replace(path.rsplit('/').next().unwrap(), "");
        self.keep("the page of the password", text);
        for password in [own.to_owned(), self.canaries.next()] {
            let form = [("user", ACCOUNT), ("pass", &password), ("login_only", "0")];
            let url = self.machine.cpanel_url("/login");
            let answer = client.post(url).form(&form).send().unwrap();
            for cookie in answer.headers().get_all(SET_COOKIE) {
                let cookie = cookie.to_str().unwrap().split([';', '=']).nth(1).unwrap_or_default();
                if cookie.len() >= 10 {
                    self.canaries.note("a session", cookie);
                }
            }
            self.keep("the page of logins", answer.text().unwrap());
        }
    }

    /// A certificate with its key.
    fn key(&self) {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name).display().to_string();
        let (key, certificate) = (place("key"), place("crt"));
        let made = Command::new("openssl")
            .args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30"])
            .args(["-subj", &format!("/CN={DOMAIN}"), "-keyout", &key, "-out", &certificate])
            .args(["-addext", &format!("subjectAltName=DNS:{DOMAIN}")])
            .output()
            .unwrap();
        assert!(made.status.success());
        let [key, certificate] = [key, certificate].map(|file| fs::read_to_string(file).unwrap());
        self.canaries.note("a key", key.lines().nth(5).unwrap());
        let form = [("domain", DOMAIN), ("cert", &certificate), ("key", &key)];
        self.made_of_account("SSL", "install_ssl", &form);
    }

    /// What the server makes and tells once.
    fn tokens(&self) {
        let made = self.machine.root("api_token_create", &[("token_name", "billing")]);
        let token = made["token"].as_str().unwrap();
        self.canaries.note("a token", token);
        let url = self.machine.cpanel_url("/execute/Quota/get_quota_info");
        let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true);
        let client = client.build().unwrap();
        for header in [format!("whm root:{token}"), format!("cpanel {ACCOUNT}:{token}")] {
            let answer = client.get(&url).header("Authorization", header).send().unwrap();
            self.keep("a call by a token", answer.text().unwrap());
        }
        let form = [("user", ACCOUNT), ("service", "cpaneld")];
        let session = self.machine.root("create_user_session", &form);
        for (what, key) in [("a one-time session", "session"), ("a path", "cp_security_token")] {
            self.canaries.note(what, session[key].as_str().unwrap());
        }
        let path = session["url"].as_str().unwrap().splitn(4, '/').nth(3).unwrap().to_owned();
        client.get(self.machine.cpanel_url(&format!("/{path}"))).send().unwrap();
    }

    /// Every function with a parameter that is a secret: with the others that it has, and alone.
    pub(super) fn of_all_functions(&self) {
        let mut called = 0;
        for entry in functions::GROUPS.iter().flat_map(|group| group.functions) {
            called += self.of_function(entry, &|form| drop(self.root(entry.name, form)));
        }
        for module in uapi::MODULES {
            // What comes of a text that is given is the whole answer.
            let told = |entry: &&api::Entry| (module.title, entry.name) != TELLS;
            for entry in module.functions.iter().filter(told) {
                let call = |form: &[(&str, &str)]| {
                    drop(self.of_account(module.title, entry.name, form));
                };
                called += self.of_function(entry, &call);
            }
        }
        assert!(called >= 40, "{called} secrets are taken");
    }

    fn of_function(&self, entry: &api::Entry, call: Call<'_>) -> usize {
        let fields = || entry.params.iter().filter(|field| !field.rest);
        let mut called = 0;
        for secret in fields().filter(|field| is_secret(field.ty)) {
            for alone in [false, true] {
                let canary = self.canaries.next();
                let mut form = vec![(secret.name, canary.as_str())];
                let others = fields().filter(|other| other.name != secret.name && !alone);
                form.extend(others.map(|other| (other.name, plain(other.ty))));
                call(&form);
            }
            called += 1;
        }
        called
    }
}
