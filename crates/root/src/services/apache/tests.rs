use super::*;

fn layout() -> Layout {
    Layout { config: "/c".into(), run: "/r".into(), logs: "/l".into(), ..Layout::default() }
}

fn check(lines: &str) -> Result<(), String> {
    guard::check(&layout(), format!("<VirtualHost *:80>\n{lines}\n</VirtualHost>\n").as_bytes())
}

#[test]
fn a_site_may_say_what_sites_need() {
    for line in [
        "ServerName \"a.test\"",
        "ServerAlias \"www.a.test\" \"*.a.test\"",
        "DocumentRoot \"/home/shop/public_html\"",
        "SSLCertificateFile \"/c/apache/tls/a.test.pem\"",
        "RewriteRule \"^\" \"https://b.test/\\\"\" [R=301,L,NE]",
        "<FilesMatch \"x\">\nSetHandler \"proxy:unix:/r/php-fpm/shop.sock|fcgi://shop\"\n</FilesMatch>",
    ] {
        let wrong = check(line).err();
        assert_eq!(wrong.is_some(), line.contains("b.test/\\\""), "{line}: {wrong:?}");
    }
}

#[test]
fn what_could_reach_further_is_refused() {
    for line in [
        "LoadModule x_module /tmp/x.so",
        "User root",
        "Include /etc/shadow",
        "CustomLog \"|/bin/sh\" combinedio",
        "ErrorLog \"|/bin/sh\"",
        "ErrorLog \"/l/apache/domains/../../x.error\"",
        "DocumentRoot \"/etc\"",
        "DocumentRoot \"/home\"",
        "DocumentRoot \"/home/shop\"",
        "DocumentRoot \"/home/shop/../other\"",
        "DocumentRoot \"/homes/shop/x\"",
        "SetHandler \"proxy:unix:/r/php-fpm/shop.sock|fcgi://other\"",
        "SetHandler server-status",
        "SSLCertificateFile \"/c/apache/tls/../x\"",
        "RewriteRule \"^\" \"http://127.0.0.1/\" [P]",
        "RewriteRule \"^\" \"/etc/passwd\" [L]",
        "RewriteMap x prg:/bin/sh",
        "ServerName a.test\\",
        "ServerName \"a.test",
        "ServerName \"${PATH}\"",
        "ServerName a.test\u{b}User root",
        "</VirtualHost>\nUser root\n<VirtualHost *:80>",
        "<Directory \"/\">\nRequire all granted\n</Directory>",
    ] {
        assert!(check(line).is_err(), "{line:?}");
    }
    for whole in ["", "User root\n", "<VirtualHost *:81>\n</VirtualHost>\n", "<VirtualHost *:80>\n"]
    {
        assert!(guard::check(&layout(), whole.as_bytes()).is_err(), "{whole:?}");
    }
}

#[test]
fn nothing_in_the_base_configuration_is_left_open() {
    let layout = layout();
    for text in [
        base::configuration(&layout, &Included::live()),
        base::handlers(&layout),
        base::log_rotation(&layout),
        primary::render(&layout, &"192.0.2.1@a.test".parse().unwrap()).unwrap(),
    ] {
        let open = text.split('@').nth(1).map(|word| word.chars().all(|c| c.is_ascii_uppercase()));
        assert_ne!(open, Some(true), "{text}");
    }
    assert!(base::handlers(&layout).contains("'^%/home/([a-z0-9_]+)/'"));
}

#[test]
fn a_primary_site_is_named_by_its_address() {
    let render = |name: &str| primary::render(&layout(), &name.parse().unwrap());
    assert!(render("192.0.2.1@a.test").unwrap().contains("<VirtualHost 192.0.2.1:443>"));
    assert!(render("2001-db8-0-0-0-0-0-1@a.test").unwrap().contains("[2001:db8::1]:443"));
    for bad in ["a.test", "x@a.test", "1-2@a.test"] {
        assert!(render(bad).is_err(), "{bad}");
    }
}
