//! Calls, logins and sessions of root.

use base64::{Engine, engine::general_purpose::STANDARD};

use super::{Front, PASSWORD, plain};

impl Front {
    /// The answer to a request on a connection of its own; `headers` end in line ends.
    async fn asks(&self, line: &str, headers: &str, body: &str) -> String {
        let length = body.len();
        let request = format!(
            "{line} HTTP/1.1\r\nHost: panel.test\r\nConnection: close\r\n{headers}\
             Content-Length: {length}\r\n\r\n{body}"
        );
        self.says(request.as_bytes()).await
    }

    /// Logs in; gives the prefix and the header with the cookie.
    async fn session(&self) -> (String, String) {
        let said = self.asks("POST /login", "", &format!("user=root&pass={PASSWORD}")).await;
        assert!(said.starts_with("HTTP/1.1 301 "), "{said}");
        let header = |name: &str| {
            let line = said.lines().find_map(|line| line.strip_prefix(name)).unwrap();
            line.trim().to_owned()
        };
        let prefix = header("location:").trim_end_matches('/').to_owned();
        let cookie = header("set-cookie:");
        (prefix, format!("Cookie: {}\r\n", cookie.split(';').next().unwrap()))
    }
}

pub(super) fn basic(password: &str) -> String {
    format!("Authorization: Basic {}\r\n", STANDARD.encode(format!("root:{password}")))
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_opens_functions_in_every_form_that_clients_send() {
    let front = plain().await;
    let root = basic(PASSWORD);
    let json = format!("{root}Content-Type: application/json\r\n");
    let octets = format!("{root}Content-Type: application/octet-stream\r\n");
    let large = format!("api.version=1&x={}", "a".repeat(100 << 10));
    for (line, headers, body) in [
        ("GET /json-api/applist?api.version=1", &root, ""),
        ("GET /json-api/applist/??api.version=1", &root, ""),
        ("GET /cpsess123/json-api/applist?api.version=2", &root, ""),
        ("POST /json-api/applist?api.version=1", &root, ""),
        ("POST /json-api/applist", &json, r#"{"api.version":1}"#),
        ("POST /json-api/applist", &octets, "api.version=1"),
        ("POST /json-api/applist", &root, large.as_str()),
        ("GET /json-api/applist?api.version=1", &json, ""),
    ] {
        let said = front.asks(line, headers, body).await;
        assert_eq!(status(&said), "200", "{line}: {said}");
        assert!(said.contains(r#""result":1"#) && said.contains(r#""reason":"OK""#), "{line}");
    }
    let zero = front.asks("GET /json-api/applist", &root, "").await;
    assert!(zero.contains("\r\n\r\n{\"app\":["), "{zero}");
    let xml = front.asks("GET /xml-api/applist?api.version=1", &root, "").await;
    assert!(xml.contains("content-type: text/xml") && xml.contains("<result>"), "{xml}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_is_refused_like_none() {
    let front = plain().await;
    for headers in
        [&basic("wrong"), "Authorization: Basic root:x\r\n", "Authorization: Bearer x\r\n"]
    {
        let said = front.asks("GET /json-api/applist?api.version=1", headers, "").await;
        assert!(said.starts_with("HTTP/1.1 403 Forbidden Access denied\r\n"), "{headers}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn failures_of_a_call_are_answered_with_200_and_a_reason() {
    let front = plain().await;
    let json = format!("{}Content-Type: application/json\r\n", basic(PASSWORD));
    for (line, body, reason) in [
        ("POST /json-api/nope?api.version=1", "{}", r"Unknown app (\"),
        ("POST /json-api/applist?api.version=1", "{\"a\":1,\"a\":2}", "stands twice"),
        ("POST /json-api/applist?api.version=1", "[]", "one JSON object"),
    ] {
        let said = front.asks(line, &json, body).await;
        assert_eq!(status(&said), "200", "{line}: {said}");
        assert!(said.contains(r#""result":0"#) && said.contains(reason), "{line}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn long_answers_are_compressed_for_who_accepts_it() {
    let front = plain().await;
    let url = format!("http://{}/json-api/applist?api.version=1", front.address);
    let client = reqwest::Client::builder().gzip(false).build().unwrap();
    for coding in ["gzip", "deflate"] {
        let asked = client.get(&url).basic_auth("root", Some(PASSWORD));
        let answer = asked.header("accept-encoding", coding).send().await.unwrap();
        assert_eq!(answer.headers()["content-encoding"], coding);
    }
    let client = reqwest::Client::builder().gzip(true).build().unwrap();
    let asked = client.get(&url).basic_auth("root", Some(PASSWORD));
    let read: serde_json::Value = asked.send().await.unwrap().json().await.unwrap();
    assert_eq!(read["metadata"]["result"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_needs_its_cookie_its_path_and_its_own_pages() {
    let front = plain().await;
    let (prefix, cookie) = front.session().await;
    let call = |prefix: &str| format!("GET {prefix}/json-api/applist?api.version=1");
    let own = front.asks(&call(&prefix), &cookie, "").await;
    assert!(own.contains(r#""result":1"#), "{own}");
    for (prefix, headers, wanted) in [
        ("", cookie.clone(), "401"),
        ("/cpsess1", cookie.clone(), "401"),
        (prefix.as_str(), String::new(), "403"),
        (prefix.as_str(), format!("{cookie}Sec-Fetch-Site: cross-site\r\n"), "403"),
    ] {
        let said = front.asks(&call(prefix), &headers, "").await;
        assert_eq!(status(&said), wanted, "{prefix} {headers}: {said}");
        assert_eq!(said.contains("Token denied"), wanted == "401", "{said}");
    }
    let post = format!("POST {prefix}/json-api/applist?api.version=1");
    for (header, wanted) in [
        ("Origin: null\r\n", "403"),
        ("Origin: http://evil.test\r\n", "403"),
        ("Sec-Fetch-Site: same-site\r\n", "403"),
        ("Origin: http://panel.test\r\nSec-Fetch-Site: same-origin\r\n", "200"),
    ] {
        let said = front.asks(&post, &format!("{cookie}{header}"), "").await;
        assert_eq!(status(&said), wanted, "{header}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn logging_out_ends_the_session() {
    let front = plain().await;
    let (prefix, cookie) = front.session().await;
    let page = front.asks(&format!("GET {prefix}/"), &cookie, "").await;
    assert_eq!(status(&page), "200", "{page}");
    let gone = front.asks(&format!("GET {prefix}/logout"), &cookie, "").await;
    assert!(status(&gone) == "200" && gone.contains("set-cookie: "), "{gone}");
    let page = front.asks(&format!("GET {prefix}/"), &cookie, "").await;
    assert_eq!(status(&page), "401", "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn scripts_log_in_and_are_told_in_json() {
    let front = plain().await;
    let octets = "Content-Type: application/octet-stream\r\n";
    let form = |password: &str| format!("user=root&pass={password}&login_only=1&tfa_token=");
    let said = front.asks("POST /login/", octets, &form(PASSWORD)).await;
    assert_eq!(status(&said), "200", "{said}");
    assert!(said.contains("\r\nlocation: /cpsess") && said.contains("\r\nset-cookie: "), "{said}");
    assert!(said.contains(r#"{"status":1,"security_token":"/cpsess"#), "{said}");
    let said = front.asks("POST /login/", octets, &form("wrong")).await;
    assert_eq!(status(&said), "401", "{said}");
    assert!(said.ends_with(r#"{"status":0,"message":"The login is invalid."}"#), "{said}");
    assert!(!said.contains("set-cookie"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_login_page_leads_back_to_local_paths_only() {
    let front = plain().await;
    let page = front.asks("GET /accounts", "", "").await;
    assert!(status(&page) == "401" && page.contains(r#"value="/accounts""#), "{page}");
    for (goto, wanted) in [("/accounts", "/accounts"), ("//evil.test", "/"), ("/%5Cevil", "/")] {
        let form = format!("user=root&pass={PASSWORD}&goto_uri={goto}");
        let said = front.asks("POST /login", "", &form).await;
        let location = said.lines().find_map(|line| line.strip_prefix("location: ")).unwrap();
        let path = location.trim_start_matches("/cpsess").trim_start_matches(char::is_numeric);
        assert_eq!(path, wanted, "{goto}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn files_of_the_pages_may_be_kept_and_pages_may_not() {
    let front = plain().await;
    let file = front.asks("GET /assets/favicon.svg", "", "").await;
    assert!(status(&file) == "200" && file.contains("cache-control: public"), "{file}");
    assert_eq!(status(&front.asks("GET /assets/../secret", "", "").await), "404");
    let page = front.asks("GET /login", "", "").await;
    assert!(page.contains("\r\ncache-control: no-store\r\n"), "{page}");
}
