//! Many sites at once, and sites of any kind.

use super::*;

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_hundred_sites_at_once_cost_no_reload() {
    let world = World::new();
    world.home("shop", 5_001);
    world.file("shop", 5_001, "index.html", "shop");
    std::thread::scope(|scope| {
        for number in 0..100 {
            let web = world.web();
            scope.spawn(move || web.apply(&site(&format!("n{number}.test"), "shop")).unwrap());
        }
    });
    for number in [0, 42, 99] {
        assert_eq!(world.get(&format!("n{number}.test"), "/").2, "shop");
    }
    for service in [Service::Apache, Service::PhpFpm] {
        let reloads = world.machine.client.call(&Verb::Reloads(service));
        assert!(matches!(reloads, Ok(root::Answer::Count(0))), "{service:?}");
    }
}

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn text(&mut self, letters: &[char], longest: usize) -> String {
        let length = 1 + self.below(longest);
        (0..length).map(|_| letters[self.below(letters.len())]).collect()
    }
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_thousand_sites_of_any_kind_are_served_as_they_are() {
    let world = World::new();
    world.home("shop", 5_001);
    let wild: Vec<char> = "ab09 .-_/%$#{}()[]<>\"'\\|?*+^&;:,=~`!@äß\u{1f600}".chars().collect();
    let names: Vec<char> = "abcdefghijklmnopqrstuvwxyz0123456789".chars().collect();
    let mut chance = Chance(7);
    let sites: Vec<Site> = (0..1_000)
        .map(|number| {
            let name = format!("{}{number}.test", chance.text(&names, 20));
            let domain = if chance.below(10) == 0 { format!("*.{name}") } else { name };
            let redirect = |chance: &mut Chance| Redirect {
                domain: DomainName::of_site(&domain).unwrap(),
                path: format!("/{}", chance.text(&wild, 30)),
                account: "shop".parse().unwrap(),
                target: format!("https://b.test/{}", chance.text(&wild, 60)),
                kind: RedirectKind::Permanent,
                wildcard: Flag(chance.below(2) == 0),
                www: [WwwRule::Either, WwwRule::Only, WwwRule::Without][chance.below(3)],
            };
            let redirects = (0..chance.below(4)).map(|_| redirect(&mut chance)).collect();
            let folder = chance.text(&wild, 30).replace(['/', '.'], "x");
            let document_root = format!("public_html/{folder}");
            let suspended = chance.below(10) == 0;
            Site { document_root, suspended, redirects, ..site(&domain, "shop") }
        })
        .collect();
    for some in sites.chunks(100) {
        std::thread::scope(|scope| {
            for site in some {
                let web = world.web();
                scope.spawn(move || {
                    let applied = web.apply(site);
                    assert!(applied.is_ok(), "{site:?}: {applied:?}");
                });
            }
        });
    }
    assert_eq!(world.web().list().unwrap().len(), sites.len());
    assert_eq!(world.get("unknown.test", "/").0, 404);
    for site in &sites {
        let host = site.domain.as_str().replace('*', "below");
        let (status, place, text) = world.get(&host, "/");
        let sent_on = |one: &Redirect| {
            let is_all = one.path.chars().all(|c| c == '/');
            is_all && one.www != WwwRule::Only
        };
        if site.suspended {
            assert!(status == 403 && text.contains("suspended"), "{site:?}: {status} {text}");
        } else if site.redirects.iter().any(sent_on) {
            assert!(status == 301 && place.starts_with("https://b.test/"), "{site:?}: {status}");
        } else {
            // One that is not found says something else.
            let is_found = status == 404 && text.contains("Not found");
            assert!(is_found, "{site:?}: the folder is empty: {status} {text}");
        }
    }
}
