//! Slow hashing of passwords, as crypt(3) writes it. One thread verifies logins, another hashes
//! for calls, so that a flood of logins keeps nobody from changing a password.

mod lane;
mod md5;
mod scheme;

use api::{Error, Kind, Result, Secret, ports::Passwords};
use yescrypt::CustomizedPasswordHasher as _;

use lane::Lane;

/// The longest password in bytes; crypt(3) fails at 512, and some of its schemes cut before.
pub const LONGEST: usize = 256;

/// How many logins may wait.
const LOGINS_WAITING: usize = 64;

/// How far logins stand back behind calls: a flood of them must not take the processor.
const LOGINS_NICE: i32 = 10;

/// How many calls wait at the door; further ones wait in their own threads.
const CALLS_WAITING: usize = 64;

/// What a hash costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost(u8);

impl Cost {
    /// A cost as crypt(5) counts it for yescrypt, 1 to 11: memory and time double with each step
    /// from 3 on. 5 is Debian's, 16 MiB a hash.
    pub fn new(cost: u8) -> Result<Self> {
        if (1..=11).contains(&cost) {
            return Ok(Self(cost));
        }
        Err(Error::new(Kind::BadParam, "The cost of a password hash must be 1 to 11."))
    }

    fn params(self) -> Result<yescrypt::Params> {
        let (blocks, size) = if self.0 < 3 { (9 + self.0, 8) } else { (7 + self.0, 32) };
        yescrypt::Params::new(yescrypt::Mode::default(), 1 << blocks, size, 1).map_err(fault)
    }
}

impl Default for Cost {
    fn default() -> Self {
        Self(5)
    }
}

/// Hashes by yescrypt; verifies what other schemes hashed too.
pub struct Yescrypt {
    params: yescrypt::Params,
    /// What a login of nobody is verified against.
    dummy: String,
    logins: Lane,
    calls: Lane,
}

impl Yescrypt {
    /// Hashing at that cost; starts its two threads.
    pub fn new(cost: Cost) -> Result<Self> {
        let params = cost.params()?;
        Ok(Self {
            params,
            dummy: hash(b"nobody's password", params)?,
            logins: Lane::start("logins", LOGINS_WAITING, LOGINS_NICE)?,
            calls: Lane::start("hashing", CALLS_WAITING, 0)?,
        })
    }

    /// Hashing at the least cost, for tests.
    pub fn quick() -> Result<Self> {
        Self::new(Cost(1))
    }
}

impl Passwords for Yescrypt {
    fn hash(&self, password: &Secret) -> Result<String> {
        if password.reveal().len() > LONGEST {
            return Err(Error::param("password", format!("it must have at most {LONGEST} bytes")));
        }
        if password.reveal().contains('\0') {
            return Err(Error::param("password", "it may not have the character U+0000"));
        }
        let (password, params) = (copy(password), self.params);
        self.calls.wait_for(move || hash(password.reveal().as_bytes(), params))?
    }

    fn verify(&self, password: &Secret, stored: Option<&str>) -> Result<bool> {
        let usable = password.reveal().len() <= LONGEST && !password.reveal().contains('\0');
        let stored = stored.filter(|hash| usable && scheme::is_known(hash)).map(str::to_owned);
        let (password, dummy) = (copy(password), self.dummy.clone());
        self.logins.try_for(move || match stored {
            Some(hash) => scheme::verify(password.reveal(), &hash),
            None => {
                // The same work, so that the time does not tell why.
                scheme::verify(password.reveal(), &dummy);
                false
            }
        })
    }

    fn is_current(&self, hash: &str) -> bool {
        scheme::settings(hash) == scheme::settings(&self.dummy)
    }
}

/// Hashes with a fresh salt of 128 bits.
fn hash(password: &[u8], params: yescrypt::Params) -> Result<String> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(fault)?;
    let hashed = yescrypt::Yescrypt::from(params)
        .hash_password_customized(password, &salt, None, None, params)
        .map_err(fault)?;
    Ok(hashed.to_string())
}

fn copy(password: &Secret) -> Secret {
    Secret::new(password.reveal().to_owned())
}

fn fault(cause: impl std::fmt::Display) -> Error {
    Error::internal(cause.to_string())
}

#[cfg(test)]
mod tests;
