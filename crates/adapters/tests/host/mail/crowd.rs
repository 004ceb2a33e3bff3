//! Many domains on one machine: what is done for one takes as long as with few.

use std::{
    fs,
    time::{Duration, Instant},
};

use super::post::Post;

/// How many other domains there are.
const MANY: usize = 10_000;

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn ten_thousand_domains_slow_no_one_down() {
    let post = Post::start();
    let few = median(&post);
    let config = &post.machine.layout.config;
    for number in 0..MANY {
        let (exim, dovecot) = (config.join("exim"), config.join("dovecot"));
        let routes = "account: bob\nstate: local\n\"mailbox info\": yes\n";
        fs::write(exim.join(format!("domains/d{number}.test")), routes).unwrap();
        fs::write(exim.join(format!("accounts/u{number}")), "outgoing: allowed\n").unwrap();
        fs::write(dovecot.join(format!("domains/d{number}.test.users")), "#\n").unwrap();
    }
    let many = median(&post);
    println!("few: {few:?}, many: {many:?}");
    assert!(many < few * 2 + Duration::from_millis(20), "{few:?} with few, {many:?} with many");
}

/// How long a change and the arrival of a message take.
fn median(post: &Post) -> Duration {
    let mut times: Vec<Duration> = (0..9)
        .map(|number| {
            let start = Instant::now();
            post.apply(&["info", &format!("other{number}")], |_| {});
            assert!(post.outside_sends("info@a.test", "here").starts_with("250"));
            start.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}
