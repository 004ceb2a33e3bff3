//! The rules for passwords, one by one, as clients meet them. Where the sandbox lacks a service that
//! a rule names, the rule is shown for those that it has: both listeners, their pages and APIs.
//!
//! | rule | what it asks | shown by |
//! | --- | --- | --- |
//! | P1 | the new password is in force everywhere at once | `change::every_service_takes_the_new_one_and_refuses_the_old` |
//! | P2 | never a mixture after a failure | `change::a_change_that_was_killed_is_made_or_not` |
//! | P3 | sessions, one-time URLs and verdicts end | `change::nothing_of_the_old_password_lives_on`, `change::logins_that_overlap_a_change_open_nothing` |
//! | P4 | tokens: keep or revoke | `change::tokens_go_on_or_go_as_configured` |
//! | P5 | who is flagged, and who is named | `forced_change::failures_are_named_and_what_was_done_is_kept`, `forced::resellers_flag_their_own_accounts_alone` |
//! | P6 | a flagged user may change the password, and nothing else | `forced::a_flagged_reseller_calls_no_function_but_the_own_change` |
//! | P7 | tokens of a flagged user | `forced::tokens_of_a_flagged_user_are_held_where_that_is_configured` |
//! | P8 | services without a dialogue | none in a sandbox; `expired` on the machine: the tests of `forcepasswordchange` |
//! | P9 | what clears the flag | `forced_change::only_the_owners_change_clears_the_flag`, `forced::a_new_name_clears_no_flag` |
//! | P10 | former passwords | `forced::the_last_passwords_may_not_come_again` |
//! | P11 | a one-time URL leads to the change | `forced::a_one_time_url_leads_around_nothing` |
//! | P12 | second factors come first | no second factor is there yet |
//! | P13 | wrong present passwords are counted | `forced::guesses_at_the_present_password_are_failed_logins` |
//! | P14 | changes by others: rights, audit | `change::a_change_by_another_is_audited_without_its_value` |
//! | P15 | any text up to 256 bytes, whole | `rules::any_text_is_a_password_and_none_is_cut` |
//! | P15a | what crypt(3) gives on failure | the tests of `adapters::system::passwords` |
//! | P16 | control characters | `rules::control_characters_are_refused_and_not_repeated` |
//! | P17 | what is easy to guess | `functions::domain::passwords::tests::common_passwords_are_refused_with_the_reason`, `rules::names_of_the_user_and_the_host_are_refused` |
//! | P18 | no composition rules | `functions::domain::passwords::tests::random_passwords_are_taken_and_so_are_those_of_one_kind_of_letters` |
//! | P19 | hashes: ours, and older ones made new | `hashes::old_hashes_open_and_are_made_new_once`, `hashes::what_is_no_hash_opens_nothing` |
//! | P20 | suspended accounts | `change::a_suspended_account_has_its_new_password_later` |
//! | P21 | two changes at once | `change::of_two_changes_at_once_one_is_the_last_everywhere` |
//! | P22 | secrets that are handed out | `change::nothing_of_the_old_password_lives_on`, `forced_change::fifty_fetches_of_a_one_time_url_open_one_session`, the tests of `functions::domain::sessions` |
//! | P23 | one score | the tests of `get_password_strength` |
//! | P24 | the time tells nothing | `hashes::an_unknown_user_takes_as_long_as_a_known_one` |

mod change;
mod forced;
mod hashes;
mod rules;

use reqwest::blocking::{Client, Response};
use serde_json::Value;

use crate::support::{Innkeeper, PASSWORD};

/// A second password that meets every rule.
const NEW: &str = "Umbrella-brook-4-tundra";

/// Sets a user's password as root.
fn set(server: &Innkeeper, user: &str, password: &str) -> Value {
    server.call("passwd", &[("user", user), ("password", password)])
}

/// Flags a user.
fn force(server: &Innkeeper, user: &str) {
    let users = format!(r#"{{"{user}":1}}"#);
    let data = server.data_of("forcepasswordchange", &[("users_json", &users)]);
    assert_eq!(data["updated"], serde_json::json!([user]));
}

/// A session on the accounts' listener.
fn enter(server: &Innkeeper, user: &str, password: &str) -> Option<(Client, String)> {
    server.log_in(&server.cpanel(""), user, password)
}

/// Whether a session opens the first page of the accounts' listener.
fn is_in(server: &Innkeeper, (client, prefix): &(Client, String)) -> bool {
    client.get(server.cpanel(&format!("{prefix}/"))).send().unwrap().status() == 200
}

/// Sends the change page's form.
fn change(server: &Innkeeper, session: &(Client, String), current: &str, new: &str) -> Response {
    let (client, prefix) = session;
    let form = [("current", current), ("new", new), ("repeat", new)];
    client.post(server.cpanel(&format!("{prefix}/password"))).form(&form).send().unwrap()
}

/// What a function answers who sends user and password with the call.
fn by_password(server: &Innkeeper, user: &str, password: &str, function: &str) -> Value {
    let and = if function.contains('?') { '&' } else { '?' };
    let url = server.whm(&format!("/json-api/{function}{and}api.version=1"));
    let request = server.client().get(url).basic_auth(user, Some(password));
    request.send().unwrap().json().unwrap()
}

/// Whether that is let in.
fn opens(server: &Innkeeper, user: &str, password: &str) -> bool {
    by_password(server, user, password, "applist")["metadata"]["result"] == 1
}

/// A one-time URL for a user, on the port that the test's server has.
fn one_time_url(server: &Innkeeper, user: &str, service: &str) -> String {
    let form = [("user", user), ("service", service)];
    let data = server.data_of("create_user_session", &form);
    let path = data["url"].as_str().unwrap().splitn(4, '/').nth(3).unwrap().to_owned();
    if service == "cpaneld" {
        server.cpanel(&format!("/{path}"))
    } else {
        server.whm(&format!("/{path}"))
    }
}

/// Whether a one-time URL opens a session.
fn fetched(server: &Innkeeper, url: &str) -> bool {
    server.client().get(url).send().unwrap().headers().contains_key("set-cookie")
}

/// An API token of a reseller, as its `Authorization`.
fn token(server: &Innkeeper, user: &str) -> String {
    let made = by_password(server, user, PASSWORD, "api_token_create?token_name=billing");
    format!("whm {user}:{}", made["data"]["token"].as_str().unwrap())
}
