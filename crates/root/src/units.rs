//! The services' units for systemd, with the same programs and arguments as under this process itself.

use std::path::Path;

use crate::{
    Layout, Service,
    child::OWN,
    services::{self, Command, Program, Reload},
    supervise::ending,
};

/// The name and the text of the unit of each service that a machine runs, whose layout lies in that file.
pub fn units(layout: &Layout, file: &Path) -> Vec<(&'static str, String)> {
    let unit = |service: Service| {
        let program = services::setup(service, layout)?.program;
        Some((program.unit, text(service, &program, layout, file)))
    };
    let run = Service::ALL.into_iter().filter(|service| layout.services.contains(service));
    run.filter_map(unit).collect()
}

fn text(service: Service, program: &Program, layout: &Layout, file: &Path) -> String {
    let name = service.name();
    let user = program.command.user.map(|user| format!("User={user}\n")).unwrap_or_default();
    let environment = |(name, value): &(&str, String)| {
        format!("Environment={}\n", quoted(&format!("{name}={value}")))
    };
    let environment: String = program.environment.iter().map(environment).collect();
    let file = quoted(&file.display().to_string());
    let start = match services::view(service, layout) {
        Some(_) => format!("{OWN} run {name} --layout {file}"),
        None => command(&program.command),
    };
    let reload = reload(&program.reload);
    let (_, signal) = ending(service);
    let log = layout.logs.join(format!("{name}.log"));
    let log = log.display().to_string().replace('%', "%%");
    let gains = if service.gains_rights() { "no" } else { "yes" };
    format!(
        "# Written by innkeeper host install, by the machine's layout.\n\
         [Unit]\n\
         Description=Innkeeper: {name}\n\
         After=network.target nss-user-lookup.target\n\n\
         [Service]\n\
         Type=exec\n\
         {user}{environment}ExecStartPre=+{OWN} prepare {name} --layout {file}\n\
         ExecStart={start}\n\
         {reload}KillSignal=SIG{signal}\n\
         KillMode=mixed\n\
         TimeoutStartSec=300\n\
         TimeoutStopSec=30\n\
         Restart=always\n\
         RestartSec=1\n\
         LimitNOFILE=65536\n\
         StandardOutput=append:{log}\n\
         StandardError=inherit\n\
         NoNewPrivileges={gains}\n\
         ProtectSystem=full\n\
         ProtectClock=yes\n\
         ProtectControlGroups=yes\n\
         ProtectKernelLogs=yes\n\
         ProtectKernelModules=yes\n\
         ProtectKernelTunables=yes\n\
         RestrictRealtime=yes\n\n\
         [Install]\n\
         WantedBy=multi-user.target\n"
    )
}

fn reload(reload: &Reload) -> String {
    match reload {
        Reload::Signal(signal) => {
            format!("ExecReload=+/usr/bin/kill -{} $MAINPID\n", signal.as_raw())
        }
        Reload::Do { .. } | Reload::Never => String::new(),
    }
}

fn command(command: &Command) -> String {
    let words = std::iter::once(command.path).chain(command.args.iter().map(String::as_str));
    words.map(quoted).collect::<Vec<_>>().join(" ")
}

/// A word as systemd reads it: nothing in it is expanded.
fn quoted(word: &str) -> String {
    let plain =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '=' | ',');
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    let mut quoted = String::from('"');
    for c in word.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '%' | '$' => quoted.extend([c, c]),
            '\n' => quoted.push_str("\\n"),
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_service_that_is_set_up_has_a_unit_of_its_own() {
        let units = units(&Layout::default(), Path::new("/etc/innkeeper/layout.toml"));
        assert!(!units.is_empty());
        for (number, (name, text)) in units.iter().enumerate() {
            assert!(name.ends_with(".service") && text.contains("\nExecStart=/"), "{name}");
            assert!(!units.iter().skip(number + 1).any(|(other, _)| other == name), "{name}");
        }
    }

    #[test]
    fn what_a_machine_does_not_run_has_none() {
        let layout = Layout { services: vec![Service::PowerDns], ..Layout::default() };
        let units = units(&layout, Path::new("/etc/innkeeper/layout.toml"));
        let names: Vec<&str> = units.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["innkeeper-powerdns.service"]);
    }

    #[test]
    fn the_ftp_server_is_started_in_its_own_view_of_the_homes() {
        let units = units(&Layout::default(), Path::new("/etc/innkeeper/layout.toml"));
        let with = units
            .iter()
            .filter(|(_, text)| text.contains("\nExecStart=/usr/bin/innkeeper-root run "));
        let names: Vec<&str> = with.map(|(name, _)| *name).collect();
        assert_eq!(names, ["innkeeper-pure-ftpd.service"]);
    }

    #[test]
    fn a_word_is_expanded_by_nobody() {
        let cases = [
            ("-DFOREGROUND", "-DFOREGROUND"),
            ("", r#""""#),
            ("a b", r#""a b""#),
            (r#"%n $X "\"#, r#""%%n $$X \"\\""#),
            ("a\nb", r#""a\nb""#),
        ];
        for (word, expected) in cases {
            assert_eq!(quoted(word), expected, "{word}");
        }
    }
}
