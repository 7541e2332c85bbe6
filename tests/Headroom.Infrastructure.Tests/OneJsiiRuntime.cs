// The CDK's constructs live in one Node process behind one pair of pipes, which is not made for two threads at once.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
