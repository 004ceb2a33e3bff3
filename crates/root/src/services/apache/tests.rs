use super::*;

fn layout() -> Layout {
    Layout { config: "/c".into(), run: "/r".into(), logs: "/l".into(), ..Layout::default() }
}

#[test]
fn nothing_in_the_base_configuration_is_left_open() {
    let layout = layout();
    for text in [
        base::configuration(&layout, &Included::live()),
        base::handlers(&layout),
        base::sites(&layout),
        base::log_rotation(&layout),
        primary::render(&layout, &"192.0.2.1@a.test".parse().unwrap()).unwrap(),
        certificate::render(&layout, &"000@a.test".parse().unwrap()).unwrap(),
    ] {
        let mut words = text.split('@').skip(1);
        let open =
            words.any(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_uppercase()));
        assert!(!open, "{text}");
    }
    assert!(base::handlers(&layout).contains("'^%/home/([a-z0-9_-]+)/'"));
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

#[test]
fn a_certificate_is_shown_for_the_names_of_its_site() {
    let render = |name: &str| certificate::render(&layout(), &name.parse().unwrap());
    let one = render("000@a.test").unwrap();
    for line in [
        "<IfFile \"/c/apache/tls/a.test.pem\">",
        "    ServerName \"a.test\"",
        "    ServerAlias \"www.a.test\"",
        "    SSLCertificateFile \"/c/apache/tls/a.test.pem\"",
    ] {
        assert!(one.lines().any(|other| other == line), "{line}\nin\n{one}");
    }
    let all = render("252@*.a.test").unwrap();
    assert!(all.contains("ServerAlias \"*.a.test\"\n") && !all.contains("www."), "{all}");
    for bad in ["a.test", "@a.test", "0@a.test", "00x@a.test", "000@a@b", "000@a.*"] {
        let name = bad.parse::<Name>();
        assert!(name.is_err() || render(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_site_is_made_of_what_the_server_says_and_of_nothing_else() {
    let site = WebSite {
        account: "shop".parse().unwrap(),
        root: "public_html".to_owned(),
        suspended: false,
        redirects: Vec::new(),
    };
    let finish = |name: &str, content: Vec<u8>| {
        finish(&layout(), Kind::ApacheSite, &name.parse().unwrap(), content)
    };
    let written = site.write().unwrap();
    assert_eq!(finish("*.a.test", written.clone()).unwrap(), site.render().into_bytes());
    assert!(matches!(finish("a@b", written), Err(Refusal::Rejected { .. })));
    for content in ["", "account\troot\n", "<VirtualHost *:80>\nUser root\n</VirtualHost>\n"] {
        assert!(matches!(finish("a.test", content.into()), Err(Refusal::Rejected { .. })));
    }
}
