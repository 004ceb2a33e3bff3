//! What a new password may be.

use serde_json::json;

use super::{NEW, enter, opens, set};
use crate::{
    state,
    support::{Innkeeper, PASSWORD},
};

#[test]
fn any_text_is_a_password_and_none_is_cut() {
    let server = Innkeeper::start_set("minimum_password_strength = 0\n");
    server.reseller("rita");
    let (long, twin) = (format!("{}a", "p".repeat(72)), format!("{}b", "p".repeat(72)));
    let longest = format!("{}ab", "ö".repeat(127));
    // Each with one that is not the same, however alike.
    let pairs = [
        (" leading and trailing ", "leading and trailing"),
        ("with+plus&and=percent%41;", "with plus&and=percentA;"),
        ("colon:in:the:middle", "colon"),
        ("quote\"apostrophe'back\\slash", "quote\"apostrophe'backslash"),
        ("Zo\u{eb} of the m\u{fc}ller", "Zoe\u{308} of the m\u{fc}ller"),
        (
            "\u{1f511}\u{1f43e}\u{2603}\u{1f511}\u{1f43e}\u{2603}\u{1f511}\u{1f43e}",
            "\u{fffd}\u{1f43e}",
        ),
        ("\u{a0}no-break\u{a0}space\u{a0}", "no-break\u{a0}space"),
        ("<script>$(id)`id`</script>", "&lt;script&gt;$(id)`id`&lt;/script&gt;"),
        ("null undefined NaN", "null"),
        (long.as_str(), twin.as_str()),
        (twin.as_str(), long.as_str()),
        (longest.as_str(), longest.get(..254).unwrap()),
    ];
    for (password, other) in pairs {
        let answer = set(&server, "rita", password);
        assert_eq!(answer["metadata"]["result"], 1, "{password}: {answer}");
        assert!(enter(&server, "rita", other).is_none(), "{password} opened by {other}");
        assert!(enter(&server, "rita", password).is_some(), "{password}");
        assert!(opens(&server, "rita", password), "{password}");
    }
    let before = state::of(&server);
    for refused in
        [format!("{longest}c"), "seven77".to_owned(), "öäüöäüö".to_owned(), String::new()]
    {
        let answer = set(&server, "rita", &refused);
        let reason = answer["metadata"]["reason"].as_str().unwrap();
        assert!(reason.starts_with("password: "), "{refused}: {answer}");
    }
    assert_eq!(state::of(&server), before);
}

#[test]
fn control_characters_are_refused_and_not_repeated() {
    let server = Innkeeper::start();
    server.account("anna");
    let before = state::of(&server);
    let controls = (0..0x20).chain(0x7f..0xa0).map(|code: u8| char::from(code));
    for control in controls {
        let password = format!("{NEW}{control}end");
        let body = json!({"api.version": 1, "user": "anna", "password": password}).to_string();
        let url = server.whm("/json-api/passwd");
        let request = server.client().post(url).header("Content-Type", "application/json");
        let authorization = format!("whm root:{}", server.token());
        let answer = request.header("Authorization", authorization).body(body).send().unwrap();
        assert_eq!(answer.status(), 200);
        let text = answer.text().unwrap();
        assert!(text.contains("control character"), "{control:?}: {text}");
        assert!(!text.contains("Umbrella"), "{control:?}: {text}");
    }
    assert_eq!(state::of(&server), before);
    assert!(enter(&server, "anna", PASSWORD).is_some());
}

#[test]
fn names_of_the_user_and_the_host_are_refused() {
    let server = Innkeeper::start_with(&["--hostname", "panel.example.net"]);
    server.reseller("reginald");
    server.account_of("annabella", "reginald");
    let before = state::of(&server);
    for close in [
        "annabella",
        "ANNABELLA12",
        "4nn4b3ll4",
        "annabella.test",
        "Annabella.Test1",
        "reginald",
        "R3g1nald!1",
        "panel.example.net",
        "panel.example.net12",
    ] {
        let answer = set(&server, "annabella", close);
        let reason = answer["metadata"]["reason"].as_str().unwrap();
        assert!(reason.contains("too close to"), "{close}: {answer}");
        assert!(reason.contains("choose one"), "{close}: {answer}");
    }
    for common in ["password1", "qwertyuiop", "iloveyou", "letmein1"] {
        let answer = set(&server, "annabella", common);
        let reason = answer["metadata"]["reason"].as_str().unwrap();
        assert!(reason.contains("easy to guess") && !reason.contains(common), "{answer}");
        assert!(reason.contains("stronger"), "a suggestion: {answer}");
    }
    assert_eq!(state::of(&server), before);
}
