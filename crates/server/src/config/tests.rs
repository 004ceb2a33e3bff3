use std::{fs, net::IpAddr, os::unix::fs::PermissionsExt as _, path::Path};

use adapters::system::{ClusterMember, Trusted};
use api::function::{Hosts, TokensOnChange};

use super::{resolve::parse, *};

fn environment() -> Environment {
    Environment { home: Some("/home/amy".into()), ..Environment::default() }
}

#[test]
fn options_come_before_the_file_and_the_file_before_the_defaults() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.toml");
    fs::write(&file, "data = \"/srv/a\"\nwhm_port = 1\ncpanel_port = \"off\"\ndns_port = 3\n")
        .unwrap();
    let options = Given { dns_port: Some("0".parse().unwrap()), ..Given::default() };
    let config = resolve(options, Some(&file), &environment()).unwrap();
    assert_eq!(config.data, Path::new("/srv/a"));
    assert_eq!(
        config.ports,
        Ports { whm: Some(1), cpanel: None, dns: Some(0), ..Ports::default() }
    );
    assert_eq!(config.store.reveal(), "sqlite:/srv/a/store.sqlite");
    assert_eq!(config.settings.shared_ip, "127.0.0.1");
    assert_eq!((config.measure_hours, config.audit_days), (6, 365));
}

#[test]
fn the_data_folder_is_where_such_things_are() {
    let home = environment();
    assert_eq!(data_folder(None, &home).unwrap(), Path::new("/home/amy/.local/state/innkeeper"));
    let state = Environment { state_home: Some("/state".into()), ..home.clone() };
    assert_eq!(data_folder(None, &state).unwrap(), Path::new("/state/innkeeper"));
    let root = Environment { is_root: true, ..state.clone() };
    assert_eq!(data_folder(None, &root).unwrap(), Path::new("/var/lib/innkeeper"));
    let set = Environment { data: Some("/set".into()), ..state };
    assert_eq!(data_folder(None, &set).unwrap(), Path::new("/set"));
    assert_eq!(data_folder(Some(Path::new("/given")), &set).unwrap(), Path::new("/given"));
    assert!(data_folder(None, &Environment::default()).is_err());
}

#[test]
fn on_a_host_its_own_file_counts_unless_a_folder_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("host.toml");
    fs::write(&file, "data = \"/srv/host\"\nwhm_port = 1\n").unwrap();
    let of_host = Environment { host: Some(file), ..environment() };
    let config = resolve(Given::default(), None, &of_host).unwrap();
    assert_eq!((config.data.as_path(), config.ports.whm), (Path::new("/srv/host"), Some(1)));
    let named = Given { data: Some(folder.path().join("data")), ..Given::default() };
    let set = Environment { data: Some(folder.path().join("set")), ..of_host.clone() };
    for config in [resolve(named, None, &of_host), resolve(Given::default(), None, &set)] {
        assert_eq!(config.unwrap().ports.whm, Some(2087), "another folder is not the host's");
    }
}

#[test]
fn the_folders_own_file_is_read_but_does_not_move_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let options = || Given { data: Some(folder.path().to_owned()), ..Given::default() };
    let file = folder.path().join("innkeeper.toml");
    fs::write(&file, "listen = \"192.0.2.1\"\n[limits]\ncalls = 3\n").unwrap();
    let config = resolve(options(), None, &environment()).unwrap();
    assert_eq!(config.listen, IpAddr::from([192, 0, 2, 1]));
    assert_eq!((config.limits.calls, config.limits.calls_waiting), (3, 4_096));
    fs::write(&file, "data = \"/elsewhere\"\n").unwrap();
    assert!(resolve(options(), None, &environment()).unwrap_err().contains("data: "));
}

#[test]
fn a_key_or_value_that_cannot_be_is_refused_without_showing_the_line() {
    for (text, said) in [
        ("\nstorr = \"postgres://u:secret@h/d\"\n", "line 2: unknown field"),
        ("whm_port = 70000\n", "line 1: whm_port: a port is"),
        ("\nshared_ip = \"nope\"\n", "line 2: shared_ip: invalid IP address"),
        ("tokens_on_password_change = \"burn\"\n", "none of: keep, suspend, revoke"),
    ] {
        let problem = parse(text).unwrap_err();
        assert!(problem.contains(said) && !problem.contains("secret"), "{problem}");
    }
    let revoke = parse("tokens_on_password_change = \"revoke\"\n").unwrap();
    assert_eq!(revoke.tokens_on_password_change, Some(TokensOnChange::Revoke));
}

#[test]
fn numbers_out_of_their_range_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.toml");
    for line in [
        "password_history = 25",
        "hash_cost = 12",
        "minimum_password_strength = 101",
        "nameservers = [\"-.test\"]",
        "nameservers = []",
        "hostname = \"bad_host!\"",
        "theme = \"../x\"",
        "home_base = \"relative\"",
        "limits.calls = 0",
        "measure_hours = 8761",
        "audit_days = 36501",
        "dns_cluster = [{ address = \"nope\", token_file = \"/token\" }]",
    ] {
        fs::write(&file, line).unwrap();
        let problem = resolve(Given::default(), Some(&file), &environment()).unwrap_err();
        let key = line.split(['.', ' ']).next().unwrap();
        assert!(problem.starts_with(key), "{problem}");
    }
}

#[test]
fn the_stores_password_is_not_shown() {
    let url: StoreUrl = "postgres://amy:se:cret@db.test/inn".parse().unwrap();
    assert!(url.has_password());
    assert_eq!(
        format!("{url} {url:?}"),
        "postgres://amy:…@db.test/inn postgres://amy:…@db.test/inn"
    );
    let plain: StoreUrl = "postgres://amy@db.test/inn".parse().unwrap();
    assert!(!plain.has_password());
    let option: StoreUrl = "postgres://db.test/inn?password=secret".parse().unwrap();
    assert!(!option.to_string().contains("secret"));
}

#[test]
fn a_file_with_a_password_is_for_its_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.toml");
    fs::write(&file, "store = \"postgres://amy:secret@db.test/inn\"\n").unwrap();
    let read = |mode: u32| {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        resolve(Given::default(), Some(&file), &environment())
    };
    assert!(read(0o600).unwrap().store.has_password());
    let problem = read(0o644).unwrap_err();
    assert!(problem.contains("chmod 600") && !problem.contains("secret"), "{problem}");
}

#[test]
fn a_file_of_roots_may_be_read_by_the_servers_own_group() {
    let (amy, root, innkeeper, users) = (1000, 0, 990, 100);
    for (mode, owner, is_private) in [
        (0o600, (amy, users), true),
        (0o640, (root, innkeeper), true),
        (0o440, (root, innkeeper), true),
        (0o640, (amy, innkeeper), false),
        (0o640, (root, users), false),
        (0o660, (root, innkeeper), false),
        (0o644, (root, innkeeper), false),
    ] {
        assert_eq!(resolve::is_private(mode, owner, innkeeper), is_private, "{mode:o} {owner:?}");
    }
    assert!(!resolve::is_private(0o640, (root, 0), 0), "a group that others are in");
}

#[test]
fn root_reads_the_file_that_a_host_is_installed_with() {
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (file, data) = (folder.path().join("a.toml"), folder.path().join("data"));
    fs::create_dir(&data).unwrap();
    let own = |path: &Path, user, group| std::os::unix::fs::chown(path, Some(user), Some(group));
    let text = format!("data = \"{}\"\nstore = \"postgres://amy:secret@db/inn\"\n", data.display());
    fs::write(&file, text).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    own(&data, 990, 990).unwrap();
    own(&file, 0, 990).unwrap();
    assert!(resolve(Given::default(), Some(&file), &environment()).is_ok());
    own(&file, 0, 991).unwrap();
    assert!(resolve(Given::default(), Some(&file), &environment()).is_err());
}

/// The members that a file with these lines names.
fn members(lines: &str) -> Result<Vec<ClusterMember>, String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.toml");
    fs::write(&file, lines).unwrap();
    resolve(Given::default(), Some(&file), &environment()).map(|config| config.dns_cluster)
}

#[test]
fn a_member_of_the_dns_cluster_has_an_address_and_a_token_in_a_file() {
    let fingerprint = "ab".repeat(32);
    let all = members(&format!(
        "[[dns_cluster]]\naddress = \"192.0.2.53\"\ntoken_file = \"/a.token\"\n\
         [[dns_cluster]]\naddress = \"[2001:db8::53]:2089\"\ntoken_file = \"/b.token\"\n\
         hostname = \"NS1.a.test\"\nuser = \"dns\"\nowner = \"bob\"\nca_file = \"/ca.pem\"\n\
         [[dns_cluster]]\naddress = \"192.0.2.53\"\ntoken_file = \"/c.token\"\nowner = \"bob\"\n\
         fingerprint = \"{fingerprint}\"\n"
    ));
    let [first, second, third] = <[ClusterMember; 3]>::try_from(all.unwrap()).unwrap();
    assert_eq!(first.address, "192.0.2.53:2087".parse().unwrap());
    assert_eq!((first.owner.as_str(), first.user.as_str()), ("root", "root"));
    assert_eq!((first.hostname, first.trusted), (None, Trusted::Machine));
    assert_eq!(second.address, "[2001:db8::53]:2089".parse().unwrap());
    assert_eq!((second.owner.as_str(), second.user.as_str()), ("bob", "dns"));
    assert_eq!(second.hostname.as_deref(), Some("ns1.a.test"));
    assert_eq!(second.trusted, Trusted::File("/ca.pem".into()));
    assert_eq!(third.token_file, Path::new("/c.token"));
    assert_eq!(third.trusted, Trusted::Exactly(fingerprint.parse().unwrap()));
}

#[test]
fn a_member_that_cannot_be_asked_is_refused_by_its_key() {
    let member = |lines: &str| members(&format!("[[dns_cluster]]\n{lines}")).unwrap_err();
    let rest = "token_file = \"/t\"\n";
    for address in ["ns1.a.test", "192.0.2.53:0", "0.0.0.0", "224.0.0.1", "[::]:2087", ""] {
        let said = member(&format!("address = \"{address}\"\n{rest}"));
        assert!(said.starts_with("dns_cluster: address: "), "{address}: {said}");
    }
    let rest = "address = \"192.0.2.53\"\ntoken_file = \"/t\"\n";
    for (line, key) in [
        ("ca_file = \"ca.pem\"", "192.0.2.53:2087: ca_file: "),
        ("fingerprint = \"abcd\"", "192.0.2.53:2087: fingerprint: "),
        ("hostname = \"a b\"", "192.0.2.53:2087: hostname: "),
        ("ca_file = \"/c\"\nfingerprint = \"ab\"", "fingerprint: it cannot stand beside"),
        ("user = \"a b\"", "user: "),
        ("port = 1", "unknown field"),
        (
            "[[dns_cluster]]\naddress = \"[::ffff:192.0.2.53]:1\"\ntoken_file = \"/t\"",
            "two members",
        ),
    ] {
        let said = member(&format!("{rest}{line}\n"));
        assert!(said.contains(key), "{line}: {said}");
    }
    let said = member("address = \"192.0.2.53\"\ntoken_file = \"t\"\n");
    assert!(said.contains("token_file: it must be an absolute path"), "{said}");
    let said = member("address = \"192.0.2.53\"\n");
    assert!(said.contains("token_file"), "{said}");
    let said = member("address = \"192.0.2.53\"\ntoken = \"CANARY\"\n");
    assert!(said.contains("unknown field") && !said.contains("CANARY"), "{said}");
}

#[test]
fn many_hosts_need_a_store_that_they_can_share() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.toml");
    let read = |text: &str, options: Given| {
        fs::write(&file, text).unwrap();
        resolve(options, Some(&file), &environment())
    };
    for line in ["hosts = \"store\"", "host = \"h1\""] {
        let problem = read(line, Given::default()).unwrap_err();
        assert!(problem.starts_with("hosts: ") && problem.contains("postgres://"), "{problem}");
    }
    let shared = "store = \"postgres:///inn\"\n";
    let server = read(&format!("{shared}hosts = \"store\"\n"), Given::default()).unwrap();
    assert_eq!(server.settings.hosts, Hosts::Elsewhere);
    assert_eq!((server.ports.whm, server.ports.dns, server.ports.web), (Some(2087), None, None));
    let options = Given { cpanel_port: Some(Port(Some(2083))), ..Given::default() };
    let worker = read(&format!("{shared}host = \"h1\"\n"), options).unwrap();
    assert_eq!(worker.settings.hosts, Hosts::This("h1".parse().unwrap()));
    let ports = worker.ports;
    assert_eq!((ports.whm, ports.cpanel, ports.webmail), (None, Some(2083), None));
    assert_eq!((ports.dns, ports.web), (Some(5300), Some(8080)));
    for line in ["host = \"No Host\"", "host = \"h1\"\nhosts = \"one\""] {
        assert!(read(&format!("{shared}{line}\n"), Given::default()).is_err(), "{line}");
    }
    assert_eq!(read("", Given::default()).unwrap().settings.hosts, Hosts::One);
}
