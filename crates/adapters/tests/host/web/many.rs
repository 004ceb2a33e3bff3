//! Many sites at once, and sites of any kind.

use super::*;

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_hundred_sites_at_once_cost_a_few_reloads() {
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
    let Ok(root::Answer::Count(reloads)) =
        world.machine.client.call(&root::Verb::Reloads(Service::Apache))
    else {
        panic!("a number")
    };
    assert!(reloads <= 8, "{reloads}");
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
fn a_thousand_sites_of_any_kind_pass_the_web_servers_own_check() {
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
    let fits = |site: &Site| site.suspended || !site.document_root.contains("${");
    for some in sites.chunks(100) {
        std::thread::scope(|scope| {
            for site in some {
                let web = world.web();
                scope.spawn(move || {
                    let applied = web.apply(site);
                    assert_eq!(applied.is_ok(), fits(site), "{site:?}: {applied:?}");
                });
            }
        });
    }
    let served = sites.iter().filter(|site| fits(site)).count();
    assert_eq!(world.web().list().unwrap().len(), served);
    assert_eq!(world.get("unknown.test", "/").0, 404);
    let configuration = world.machine.layout.config.join("apache/httpd.conf");
    let check = Command::new("/usr/sbin/apache2").args(["-t", "-f"]).arg(configuration).output();
    let said = String::from_utf8(check.unwrap().stderr).unwrap();
    assert!(said.contains("Syntax OK"), "{said}");
}
