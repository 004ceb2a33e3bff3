//! What the server says on its standard output when it is ready.

use std::{
    io::{self, Write},
    net::SocketAddr,
    path::{Path, PathBuf},
};

use super::first_start::RootFiles;

/// What there is to say.
pub(super) struct Welcome {
    /// Whether this is the first start.
    pub(super) first: bool,
    /// The certificate.
    pub(super) certificate: PathBuf,
    /// Where root's password and token are.
    pub(super) root: RootFiles,
    /// The local socket, where calls are taken.
    pub(super) socket: Option<PathBuf>,
}

impl Welcome {
    /// Says it: for people where to go, then a line for programs that begins with `ready`.
    pub(super) fn say(
        &self,
        out: &mut dyn Write,
        addresses: &[(&'static str, SocketAddr)],
    ) -> io::Result<()> {
        if self.first {
            writeln!(out, "This is the first start: root has a password and an API token now.\n")?;
        }
        for (name, address) in addresses {
            writeln!(out, "{:<10}{}", label(name), url(name, *address))?;
        }
        writeln!(out)?;
        self.say_files(out)?;
        if let Some((_, whm)) = addresses.iter().find(|(name, _)| *name == "whm") {
            self.say_example(out, *whm)?;
        }
        write!(out, "ready")?;
        for (name, address) in addresses {
            write!(out, " {name}={address}")?;
        }
        if let Some(socket) = &self.socket {
            write!(out, " socket={}", socket.display())?;
        }
        writeln!(out)?;
        out.flush()
    }

    fn say_files(&self, out: &mut dyn Write) -> io::Result<()> {
        let files = [
            ("root's password", &self.root.password),
            ("root's token", &self.root.token),
            ("certificate", &self.certificate),
        ];
        for (what, path) in files.into_iter().filter(|(_, path)| path.exists()) {
            writeln!(out, "{what:<18}{}", path.display())?;
        }
        Ok(())
    }

    /// A command that shows that it works. The shell reads the token; nobody sees it.
    fn say_example(&self, out: &mut dyn Write, whm: SocketAddr) -> io::Result<()> {
        if !self.root.token.exists() {
            return writeln!(out);
        }
        let (certificate, token) = (quoted(&self.certificate), quoted(&self.root.token));
        let origin = origin("https", whm);
        writeln!(out, "\nTry it:")?;
        writeln!(out, "  curl --cacert {certificate} \\")?;
        writeln!(out, "    -H \"Authorization: whm root:$(cat {token})\" \\")?;
        writeln!(out, "    '{origin}/json-api/version?api.version=1'\n")
    }
}

fn label(name: &str) -> &str {
    match name {
        "whm" | "whm-plain" => "WHM",
        "cpanel" | "cpanel-plain" => "Accounts",
        "webmail" | "webmail-plain" => "Webmail",
        "dns" => "DNS",
        "web" | "web-tls" => "Sites",
        _ => "Figures",
    }
}

fn url(name: &str, address: SocketAddr) -> String {
    match name {
        "whm" | "cpanel" | "webmail" | "web-tls" => origin("https", address),
        "dns" => format!("{address} (UDP and TCP)"),
        "metrics" => format!("{}/metrics", origin("http", address)),
        _ => origin("http", address),
    }
}

/// The origin that a client on this machine calls.
fn origin(scheme: &str, mut address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        let loopback = if address.is_ipv4() {
            [127, 0, 0, 1].into()
        } else {
            std::net::Ipv6Addr::LOCALHOST.into()
        };
        address.set_ip(loopback);
    }
    format!("{scheme}://{address}")
}

/// A path as a shell reads it, alone or within double quotes of `$(…)`.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    if text.chars().all(plain) { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(data: &Path) -> String {
        let welcome = Welcome {
            first: true,
            certificate: data.join("cert.pem"),
            root: RootFiles::in_folder(data),
            socket: Some(data.join("innkeeper.sock")),
        };
        let at = |port: u16| SocketAddr::from(([0, 0, 0, 0], port));
        let mut out = Vec::new();
        welcome.say(&mut out, &[("whm", at(2087)), ("dns", at(53))]).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn it_says_where_to_go_and_shows_no_secret() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("root.token"), "SECRET").unwrap();
        let said = said(folder.path());
        assert!(said.contains("https://127.0.0.1:2087/json-api/version?api.version=1"), "{said}");
        assert!(said.contains("$(cat ") && !said.contains("SECRET"), "{said}");
        let ready = said.lines().last().unwrap();
        let socket = folder.path().join("innkeeper.sock");
        let socket = socket.display();
        assert_eq!(ready, format!("ready whm=0.0.0.0:2087 dns=0.0.0.0:53 socket={socket}"));
    }

    #[test]
    fn without_a_token_there_is_no_command_to_try() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!said(folder.path()).contains("curl"));
    }

    #[test]
    fn a_path_with_blanks_is_quoted() {
        assert_eq!(quoted(Path::new("/a/b-c.d")), "/a/b-c.d");
        assert_eq!(quoted(Path::new("/a b'c")), r"'/a b'\''c'");
    }
}
