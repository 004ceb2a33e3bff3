//! Calls of the server's interfaces.

use std::fs;

use reqwest::blocking::Client;
use serde_json::Value;

use super::{Machine, PASSWORD, PATIENCE};

impl Machine {
    /// Root's credentials.
    pub(crate) fn token(&self) -> String {
        let token = fs::read_to_string(self.data().join("root.token")).unwrap();
        format!("whm root:{}", token.trim())
    }

    /// The URL of WHM's port.
    pub(crate) fn whm_url(&self) -> String {
        format!("https://127.0.0.1:{}", self.whm)
    }

    pub(crate) fn client(&self) -> Client {
        let pem = fs::read(self.data().join("tls/cert.pem")).unwrap();
        Client::builder()
            .add_root_certificate(reqwest::Certificate::from_pem(&pem).unwrap())
            .redirect(reqwest::redirect::Policy::none())
            .cookie_store(true)
            .timeout(PATIENCE)
            .build()
            .unwrap()
    }

    /// A call as root; nothing where the server died before it answered.
    pub(crate) fn try_call(&self, function: &str, form: &[(&str, &str)]) -> Option<Value> {
        let url = format!("https://127.0.0.1:{}/json-api/{function}", self.whm);
        let form = [form, &[("api.version", "1")]].concat();
        let call = self.client().post(url).header("Authorization", self.token()).form(&form);
        call.send().ok()?.json().ok()
    }

    /// The text of the answer to a call as root.
    pub(crate) fn answer(&self, function: &str, form: &[(&str, &str)]) -> String {
        let url = format!("https://127.0.0.1:{}/json-api/{function}", self.whm);
        let form = [form, &[("api.version", "1")]].concat();
        let call = self.client().post(url).header("Authorization", self.token()).form(&form);
        call.send().unwrap().text().unwrap()
    }

    /// The data of a call as root that succeeds.
    pub(crate) fn root(&self, function: &str, form: &[(&str, &str)]) -> Value {
        let answer = self.try_call(function, form).unwrap();
        assert_eq!(answer["metadata"]["result"], 1, "{function}: {answer}");
        answer["data"].clone()
    }

    /// The same as a reseller, by password.
    pub(crate) fn reseller(&self, user: &str, function: &str, form: &[(&str, &str)]) -> Value {
        let answer = self.reseller_call(&self.client(), user, function, form);
        assert_eq!(answer["metadata"]["result"], 1, "{function}: {answer}");
        answer["data"].clone()
    }

    /// The answer of such a call by this client.
    pub(crate) fn reseller_call(
        &self,
        client: &Client,
        user: &str,
        function: &str,
        form: &[(&str, &str)],
    ) -> Value {
        let url = format!("https://127.0.0.1:{}/json-api/{function}", self.whm);
        let form = [form, &[("api.version", "1")]].concat();
        let call = client.post(url).basic_auth(user, Some(PASSWORD)).form(&form);
        call.send().unwrap().json().unwrap()
    }

    /// The data of a call of an account's own API that succeeds.
    pub(crate) fn account(&self, user: &str, function: &str, form: &[(&str, &str)]) -> Value {
        let url = format!("https://127.0.0.1:{}/execute/{function}", self.cpanel);
        let call = self.client().post(url).basic_auth(user, Some(PASSWORD)).form(form);
        let answer: Value = call.send().unwrap().json().unwrap();
        assert_eq!(answer["status"], 1, "{function}: {answer}");
        answer["data"].clone()
    }

    /// The URL of a page on the accounts' port.
    pub(crate) fn cpanel_url(&self, path: &str) -> String {
        format!("https://127.0.0.1:{}{path}", self.cpanel)
    }

    /// Logs in on the accounts' port by the form; gives the client and what its paths begin with.
    pub(crate) fn log_in(&self, user: &str, password: &str) -> Option<(Client, String)> {
        let client = self.client();
        let form = [("user", user), ("pass", password), ("login_only", "1")];
        let url = self.cpanel_url("");
        let response = client.post(format!("{url}/login")).form(&form).send().unwrap();
        if response.status() != 200 {
            return None;
        }
        let answer: Value = response.json().unwrap();
        Some((client, format!("{url}{}", answer["security_token"].as_str().unwrap())))
    }

    /// The answer of a call of an account's own API.
    pub(crate) fn try_account(&self, user: &str, function: &str, form: &[(&str, &str)]) -> Value {
        let url = format!("https://127.0.0.1:{}/execute/{function}", self.cpanel);
        let call = self.client().post(url).basic_auth(user, Some(PASSWORD)).form(form);
        call.send().unwrap().json().unwrap()
    }

    /// A client for many calls at once.
    pub(crate) fn asynchronous(&self) -> reqwest::Client {
        let pem = fs::read(self.data().join("tls/cert.pem")).unwrap();
        reqwest::Client::builder()
            .add_root_certificate(reqwest::Certificate::from_pem(&pem).unwrap())
            .timeout(PATIENCE * 4)
            .build()
            .unwrap()
    }

    /// A call as root by it.
    pub(crate) fn call_of(
        &self,
        client: &reqwest::Client,
        function: &str,
        form: &[(&str, String)],
    ) -> reqwest::RequestBuilder {
        let url = format!("https://127.0.0.1:{}/json-api/{function}?api.version=1", self.whm);
        client.post(url).header("Authorization", self.token()).form(form)
    }
}
