//! `export_zone_files`

use api::{Acl, Cx, DomainName, Effect, Error, Function, Input, List, Needs, Output, Result};
use base64::{Engine as _, engine::general_purpose::STANDARD};

use crate::domain::dns::access;

/// Gives zones as zone files, in Base64.
#[derive(Debug, Input)]
pub struct Params {
    /// The zones; given several times for several.
    #[param(family)]
    pub zone: Vec<DomainName>,
}

/// What `export_zone_files` answers.
#[derive(Output)]
pub struct Reply {
    /// One item a zone, in the order asked.
    pub payload: List<File>,
}

/// A zone's file.
#[derive(Debug, Output)]
pub struct File {
    /// The text (RFC 1035, section 5).
    pub text_b64: String,
    /// The zone.
    pub zone: DomainName,
}

/// See [`Params`].
pub struct ExportZoneFiles;

impl Function for ExportZoneFiles {
    const NAME: &'static str = "export_zone_files";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        if params.zone.is_empty() {
            return Err(Error::param("zone", "is required"));
        }
        let files = params.zone.into_iter().map(|zone| {
            let text_b64 = STANDARD.encode(access::zone(cx, &zone)?.to_string());
            Ok(File { text_b64, zone })
        });
        Ok(Reply { payload: List::Ready(files.collect::<Result<_>>()?) })
    }
}

#[cfg(test)]
mod tests {
    use std::{io::Write as _, process::Stdio};

    use api::Acl;
    use base64::{Engine as _, engine::general_purpose::STANDARD};

    use crate::testing::World;

    fn exported(world: &World, zone: &str) -> String {
        let told = world.data("root", "export_zone_files", &[("zone", zone)]);
        assert_eq!(told["payload"][0]["zone"], zone);
        let text = told["payload"][0]["text_b64"].as_str().unwrap().to_owned();
        String::from_utf8(STANDARD.decode(text).unwrap()).unwrap()
    }

    #[test]
    fn zones_are_told_as_files_of_their_own_callers() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        assert!(exported(&world, "anna.test").starts_with("; cPanel first"));
        assert!(world.refusal("root", "export_zone_files", &[]).starts_with("zone: "));
        let form = [("zone", "anna.test")];
        assert_eq!(
            world.refusal("bob", "export_zone_files", &form),
            "There is no zone “anna.test”."
        );
    }

    /// Only where BIND's checker is installed; the test command sees to that.
    #[test]
    #[expect(clippy::disallowed_types, reason = "the checker is another program")]
    fn another_servers_checker_accepts_every_type() {
        let world = World::new().account("anna", "root");
        let digest = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
        let adds: Vec<String> = [
            ("AAAA", "[\"2001:db8::1\"]"),
            ("AFSDB", "[\"1\",\"host.test.\"]"),
            ("CAA", "[\"128\",\"issue\",\"ca.test; a=b\"]"),
            ("CNAME", "[\"host.test.\"]"),
            ("DNAME", "[\"host.test.\"]"),
            ("DS", &format!("[\"12345\",\"13\",\"2\",\"{digest}\"]")),
            ("HINFO", "[\"PC\",\"Linux 6\"]"),
            ("HTTPS", "[\"1\",\".\",\"alpn=h2,h3\",\"port=8443\",\"ipv4hint=192.0.2.1\"]"),
            ("LOC", "[\"41\",\"51\",\"54.305\",\"N\",\"87\",\"36\",\"47.95\",\"W\",\"178m\"]"),
            ("MX", "[\"10\",\"mx.host.test.\"]"),
            ("NAPTR", "[\"100\",\"10\",\"u\",\"E2U+sip\",\"!^.*$!sip:a@anna.test!\",\".\"]"),
            ("NS", "[\"ns9.host.test.\"]"),
            ("PTR", "[\"host.test.\"]"),
            ("RP", "[\"first.last@mail.test\",\".\"]"),
            ("SRV", "[\"1\",\"2\",\"3\",\"host.test.\"]"),
            ("SSHFP", &format!("[\"4\",\"2\",\"{digest}\"]")),
            ("SVCB", "[\"1\",\"svc.host.test.\",\"mandatory=port\",\"port=53\",\"key667=a b;c\"]"),
            ("TLSA", &format!("[\"3\",\"1\",\"1\",\"{digest}\"]")),
            ("TXT", "[\"a \\\"b\\\" ; ü\", \"second\"]"),
        ]
        .iter()
        .map(|(kind, data)| {
            format!(
                "{{\"dname\":\"x-{}\",\"ttl\":300,\"record_type\":\"{kind}\",\"data\":{data}}}",
                kind.to_lowercase()
            )
        })
        .collect();
        let mut form = vec![("zone", "anna.test"), ("serial", "2026010100"), ("remove", "7")];
        form.extend(adds.iter().map(|add| ("add", add.as_str())));
        world.call("root", "mass_edit_dns_zone", &form).unwrap();
        let text = exported(&world, "anna.test");
        let checker = std::process::Command::new("named-checkzone")
            .args(["-i", "local", "anna.test", "/dev/stdin"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let mut checker = checker.expect("named-checkzone, of Debian's package `bind9-utils`");
        checker.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        let output = checker.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{said}\n{text}");
    }
}
