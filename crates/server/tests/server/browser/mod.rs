//! The pages as a person with a browser meets them, with scripts and without.

use crate::{
    support::{Innkeeper, PASSWORD},
    window::{Looks, Window},
};

const NEW: &str = "Umbrella-brook-4-tundra";

/// Opens a window for a server.
fn open(server: &Innkeeper, looks: Looks) -> Window {
    Window::open(&server.data().join("tls/cert.pem"), looks)
}

/// Logs in by the form.
fn enter(window: &Window, url: &str, user: &str, password: &str) {
    window.go(url);
    window.fill("#user", user);
    window.fill("#pass", password);
    window.click("main button");
}

/// Opens a window in which root is at the first page of WHM.
fn root(server: &Innkeeper, looks: Looks) -> Window {
    let window = open(server, looks);
    enter(&window, &server.whm("/"), "root", &server.password());
    window.until("logged in", || window.path().starts_with("/cpsess"));
    window
}

/// Fills in the form of the change, and sends it.
fn change(window: &Window, current: &str, new: &str, repeated: &str) {
    window.fill("#current", current);
    window.fill("#new", new);
    window.fill("#repeat", repeated);
    window.click("main form button");
}

/// From the tick of a box in WHM to the account's first free page, and back to a box without.
fn play_the_forced_change(scripts: bool) {
    let server = Innkeeper::start();
    for name in ["anna", "bert", "carla", "dimitri", "emeka", "farah"] {
        server.account(name);
    }
    server.data_of("forcepasswordchange", &[("users_json", r#"{"dimitri":1}"#)]);
    let looks = Looks { scripts, ..Looks::PLAIN };

    let whm = root(&server, looks);
    whm.click("nav a[href$='/force-password-change']");
    whm.arrive("/force-password-change");
    assert!(!whm.is_checked("#user-anna") && !whm.is_checked("#user-bert"));
    check_all(&whm, scripts);
    whm.click("#user-anna");
    whm.click("main form button");
    whm.until("forced", || whm.said().contains("2 pending"));
    whm.reload();
    whm.arrive("/force-password-change");
    assert!(whm.is_checked("#user-anna") && !whm.is_enabled("#user-anna"));
    assert!(!whm.is_checked("#user-bert") && whm.is_enabled("#user-bert"));
    if scripts {
        whm.picture("force-password-change");
    }

    let anna = open(&server, looks);
    enter(&anna, &server.cpanel("/"), "anna", PASSWORD);
    anna.arrive("/password");
    assert!(anna.said().contains("You must choose a new password"), "{}", anna.said());
    let prefix = anna.path().replace("/password", "");
    for path in ["/", "/files", "/frontend/jupiter/index.html"] {
        anna.go(&server.cpanel(&format!("{prefix}{path}")));
        assert_eq!(anna.path(), format!("{prefix}/password"), "from {path}");
    }
    refuse(&anna);
    anna.go(&server.cpanel(&format!("{prefix}/password")));
    if scripts {
        anna.fill("#new", NEW);
        anna.until("rated", || anna.text("#strength").is_some_and(|text| text.contains("of 100")));
        anna.picture("forced-change");
    }
    change(&anna, PASSWORD, NEW, NEW);
    anna.until("free", || anna.path() == format!("{prefix}/"));
    assert!(anna.said().contains("Your domains") && anna.said().contains("anna.test"));

    whm.reload();
    assert!(!whm.is_checked("#user-anna") && whm.is_enabled("#user-anna"));
    assert!(whm.said().contains("1 pending"), "{}", whm.said());
}

/// Checks all boxes and none: on the page by its script, or by another page without.
fn check_all(whm: &Window, scripts: bool) {
    for (link, query, checked) in [("1", "all=1", true), ("0", "", false)] {
        whm.click(&format!("[data-checks][data-on='{link}']"));
        whm.until("checked", || whm.is_checked("#user-bert") == checked);
        let loaded = whm.query().ends_with(query) && whm.query().starts_with("page=1");
        assert_eq!(loaded, !scripts, "{}", whm.query());
    }
}

/// Wrong attempts stay on the page and say why, each something else.
fn refuse(anna: &Window) {
    for (current, new, repeated, why) in [
        ("Not-the-present-1", NEW, NEW, "current password"),
        (PASSWORD, NEW, PASSWORD, "The two new passwords differ"),
        (PASSWORD, PASSWORD, PASSWORD, "The new password was used before"),
        (PASSWORD, "anna.test1", "anna.test1", "too close to “anna.test”"),
        (PASSWORD, "password", "password", "too easy to guess"),
    ] {
        change(anna, current, new, repeated);
        anna.until(why, || anna.text(".note.bad").is_some_and(|reason| reason.contains(why)));
        assert!(anna.path().ends_with("/password"));
    }
}

#[test]
fn a_forced_change_with_scripts() {
    play_the_forced_change(true);
}

#[test]
fn a_forced_change_without_scripts() {
    play_the_forced_change(false);
}

#[test]
fn the_api_shell_calls_a_function() {
    let server = Innkeeper::start();
    server.account("anna");
    let whm = root(&server, Looks::PLAIN);
    whm.click("nav a[href$='/api-shell']");
    whm.fill("#q", "forcepass");
    let all: usize = functions::GROUPS.iter().map(|group| group.functions.len()).sum();
    whm.until("found", || whm.said().contains(&format!("1 of {all} functions")));
    whm.click("#list a[href$='/forcepasswordchange']");
    whm.arrive("/api-shell/forcepasswordchange");
    whm.fill("#p\\.users_json", r#"{"anna":1}"#);
    whm.click("main form > button");
    whm.until("answered", || whm.text("#result").is_some_and(|text| text.contains("success")));
    let answer = whm.text("#answer").unwrap();
    let url = server.whm("/json-api/forcepasswordchange?api.version=1&users_json=");
    assert!(answer.contains(&url.replace("127.0.0.1", "localhost")), "{answer}");
    assert!(answer.contains("\"updated\": [\n"), "{answer}");
    whm.stretch(1200, 1680);
    whm.picture("api-shell");
    whm.click("nav a[href$='/force-password-change']");
    whm.until("forced", || whm.said().contains("1 pending"));
}

/// Every page fits a phone's screen, and is dark for who likes it so.
#[test]
fn pages_fit_a_phone_and_the_dark() {
    let server = Innkeeper::start();
    for name in ["anna", "bert", "carla"] {
        server.account(name);
    }
    server.data_of("forcepasswordchange", &[("users_json", r#"{"anna":1}"#)]);
    for (name, looks) in [
        ("phone", Looks { phone: true, ..Looks::PLAIN }),
        ("dark", Looks { dark: true, ..Looks::PLAIN }),
    ] {
        let look = |window: &Window, page: &str| {
            assert_eq!(window.overflow(), 0, "{page} on {name}");
            let paper: u32 = window.colour("body", "background-color").iter().sum();
            let ink: u32 = window.colour("h1", "color").iter().sum();
            assert_eq!(paper < ink, looks.dark, "{page} on {name}: {paper}, {ink}");
            window.picture(&format!("{name}-{page}"));
        };
        let anna = open(&server, looks);
        anna.go(&server.cpanel("/"));
        look(&anna, "login");
        enter(&anna, &server.cpanel("/"), "anna", PASSWORD);
        anna.arrive("/password");
        look(&anna, "forced-change");
        let whm = root(&server, looks);
        let prefix = whm.path().split('/').nth(1).unwrap().to_owned();
        for (path, page) in [
            ("/accounts", "accounts"),
            ("/accounts/new", "create"),
            ("/accounts/anna", "account"),
            ("/force-password-change", "force-password-change"),
            ("/tokens", "tokens"),
            ("/api-shell", "api-shell"),
            ("/api-shell/createacct", "function"),
        ] {
            whm.go(&server.whm(&format!("/{prefix}{path}")));
            look(&whm, page);
        }
    }
}
