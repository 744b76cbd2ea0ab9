#![doc = "placeholder"]
pub mod change;
pub mod id;
pub mod name;
pub mod value;
