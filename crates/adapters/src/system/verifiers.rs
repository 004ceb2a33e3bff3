//! Passwords as database servers keep them: from what they keep, a server tells a right password
//! from a wrong one, and nobody has the password back.

use api::{Engine, Result, Secret, ports::Random as _};
use sha1::{Digest as _, Sha1};

use super::{SystemRandom, scram};

/// The password as the server keeps it: for MySQL and `MariaDB` as the plugin `mysql_native_password`
/// has it, for PostgreSQL as `SCRAM-SHA-256` with a fresh salt.
pub(crate) fn of(engine: Engine, password: &Secret) -> Result<String> {
    if engine == Engine::Mysql {
        return Ok(native(password.reveal()));
    }
    let mut salt = [0; 16];
    SystemRandom.fill(&mut salt)?;
    Ok(scram::verifier(password.reveal(), salt))
}

/// An asterisk, then SHA-1 of SHA-1 in capital hexadecimal letters.
fn native(password: &str) -> String {
    let digest = Sha1::digest(Sha1::digest(password.as_bytes()));
    let digits = super::keys::hex(&digest).to_ascii_uppercase();
    format!("*{digits}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verifier(engine: Engine, password: &str) -> String {
        of(engine, &Secret::new(password.to_owned())).unwrap()
    }

    #[test]
    fn mysql_keeps_the_digest_that_its_function_password_gives() {
        let known = "*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19";
        assert_eq!(verifier(Engine::Mysql, "password"), known);
    }

    #[test]
    fn postgresql_keeps_a_salted_verifier() {
        let two = [(); 2].map(|()| verifier(Engine::Postgresql, "a password"));
        assert_ne!(two[0], two[1]);
        for text in two {
            let rest = text.strip_prefix("SCRAM-SHA-256$4096:").unwrap();
            assert_eq!(rest.split(['$', ':']).count(), 3, "{text}");
            assert!(!text.contains("a password"));
        }
    }
}
