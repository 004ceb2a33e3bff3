//! Facts of a Linux machine.

use std::fs;

use api::{
    DomainName, Error, Kind, Result,
    ports::{Daemon, Disk, System},
};
use sha2::{Digest as _, Sha256};

/// A Linux machine.
#[derive(Debug, Clone, Default)]
pub struct Linux {
    hostname: Option<String>,
}

impl Linux {
    /// The machine under its own name.
    pub fn new() -> Self {
        Self::default()
    }

    /// The machine under a name that the operator gave it.
    pub fn named(hostname: impl Into<String>) -> Self {
        Self { hostname: Some(hostname.into()) }
    }
}

impl System for Linux {
    fn hostname(&self) -> Result<String> {
        if let Some(name) = &self.hostname {
            return Ok(name.clone());
        }
        let kernel = rustix::system::uname().nodename().to_string_lossy().into_owned();
        // The kernel may know the short name only.
        if kernel.contains('.') {
            return Ok(kernel);
        }
        let file = fs::read_to_string("/etc/hostname").unwrap_or_default();
        let file = file.trim();
        Ok(if file.is_empty() { kernel } else { file.to_owned() })
    }

    fn set_hostname(&self, _: &DomainName) -> Result<()> {
        Err(Error::new(Kind::Unavailable, "hostname: this machine's name is its administrator's."))
    }

    fn load(&self) -> Result<[f64; 3]> {
        let unknown =
            || Error::new(Kind::Unavailable, "The kernel does not tell the load averages.");
        let text = fs::read_to_string("/proc/loadavg").map_err(|cause| unknown().because(cause))?;
        let mut numbers = text.split(' ').map_while(|number| number.parse().ok());
        match [numbers.next(), numbers.next(), numbers.next()] {
            [Some(one), Some(five), Some(fifteen)] => Ok([one, five, fifteen]),
            _ => Err(unknown()),
        }
    }

    fn disks(&self) -> Result<Vec<Disk>> {
        super::disks::all()
    }

    /// None is driven but this one.
    fn daemons(&self) -> Result<Vec<(Daemon, bool)>> {
        Ok(vec![(Daemon::Server, true)])
    }

    fn restart(&self, _: Daemon) -> Result<()> {
        Err(Error::new(Kind::Unavailable, "This server is its administrator's to start again."))
    }

    fn reboot(&self, _: bool) -> Result<()> {
        Err(Error::new(Kind::Unavailable, "This machine is its administrator's to reboot."))
    }

    fn digest(&self, text: &str) -> String {
        Sha256::digest(text).iter().fold(String::with_capacity(64), |mut digits, byte| {
            for half in [byte >> 4, byte & 15] {
                digits.extend(char::from_digit(half.into(), 16));
            }
            digits
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_has_a_name_and_a_load() {
        assert_eq!(Linux::named("a.test").hostname().unwrap(), "a.test");
        let name = Linux::new().hostname().unwrap();
        assert!(!name.is_empty() && name.trim() == name);
        assert!(Linux::new().load().unwrap().iter().all(|load| *load >= 0.0));
    }

    #[test]
    fn the_digest_is_that_of_the_standard() {
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Linux::new().digest("abc"), digest);
    }
}
