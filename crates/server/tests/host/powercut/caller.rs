//! Who calls a server: a client that is made once, so that calls follow one another closely.

use std::{fs, path::Path, time::Duration};

use reqwest::blocking::{Client, RequestBuilder};
use serde_json::Value;

/// It.
pub(super) struct Caller {
    client: Client,
    token: String,
    whm: String,
    cpanel: String,
}

impl Caller {
    /// One of the server of that data folder, which listens there.
    pub(super) fn new(data: &Path, whm: &str, cpanel: &str) -> Self {
        let pem = fs::read(data.join("tls/cert.pem")).unwrap();
        let client = Client::builder()
            .add_root_certificate(reqwest::Certificate::from_pem(&pem).unwrap())
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_mins(2));
        let token = fs::read_to_string(data.join("root.token")).unwrap().trim().to_owned();
        let (whm, cpanel) = (format!("https://{whm}"), format!("https://{cpanel}"));
        Self { client: client.build().unwrap(), token, whm, cpanel }
    }

    /// A call as root that succeeds.
    pub(super) fn root(&self, function: &str, form: &[(&str, &str)]) {
        let url = format!("{}/json-api/{function}?api.version=1", self.whm);
        let call =
            self.client.post(url).header("Authorization", format!("whm root:{}", self.token));
        let answer = answer(call.form(form));
        assert_eq!(answer["metadata"]["result"], 1, "{function} {form:?}: {answer}");
    }

    /// Saves a file of an account's home, as the account.
    pub(super) fn save(&self, user: &str, password: &str, file: &str, content: &str) {
        let url = format!("{}/execute/Fileman/save_file_content", self.cpanel);
        let form = [("dir", "public_html"), ("file", file), ("content", content)];
        let answer = answer(self.client.post(url).basic_auth(user, Some(password)).form(&form));
        assert_eq!(answer["status"], 1, "{user}: {answer}");
    }

    /// Whether a password lets an account in.
    pub(super) fn opens(&self, user: &str, password: &str) -> bool {
        let form = [("user", user), ("pass", password), ("login_only", "1")];
        let login = self.client.post(format!("{}/login", self.cpanel)).form(&form);
        login.send().unwrap().status() == 200
    }
}

fn answer(call: RequestBuilder) -> Value {
    let text = call.send().unwrap().text().unwrap();
    serde_json::from_str(&text).unwrap_or_else(|_| panic!("{text}"))
}
