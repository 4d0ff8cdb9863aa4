// CommonJS packages that need Nest would otherwise meet it half-loaded ("Cannot require() ES Module … in a cycle").
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
